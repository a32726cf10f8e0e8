/** Tests run from the sources: unit (`*.spec.ts`), service (`*.int-spec.ts`) and end-to-end (`*.e2e-spec.ts`). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testRegex: String.raw`\.(spec|int-spec|e2e-spec)\.ts$`,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    [String.raw`^(\.{1,2}/.*)\.js$`]: '$1',
    // The ESM build imports its JSON in a way that Jest warns about in every suite.
    '^libphonenumber-js$': '<rootDir>/node_modules/libphonenumber-js/index.cjs',
    '^#(contracts|database|bus|service|providers|storage|testing|api-client)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: { [String.raw`\.ts$`]: ['@swc/jest'] },
  setupFiles: ['reflect-metadata'],
  testSequencer: '<rootDir>/tools/test-sequencer.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
  // Scenarios of one file that mostly wait and share nothing (`it.concurrent`): each has servers of its own.
  maxConcurrency: 3,
};
