/** Module boundaries: what may import what. Seen red by tools/boundaries.spec.ts on planted violations. */
module.exports = {
  forbidden: [
    {
      name: 'apps-are-apart',
      comment: 'A service speaks to another by events and requests, never by import.',
      severity: 'error',
      from: { path: '(^|/)apps/([^/]+)/' },
      to: { path: '(^|/)apps/', pathNot: '(^|/)apps/$2/' },
    },
    {
      name: 'contracts-import-nothing-of-ours',
      comment: 'The published language depends on nobody.',
      severity: 'error',
      from: { path: '(^|/)libs/contracts/src/' },
      to: { path: '(^|/)(libs/(?!contracts)|apps/|tools/)' },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '(^|/)libs/' },
      to: { path: '(^|/)(apps|tools)/' },
    },
    {
      name: 'apps-do-not-know-tools',
      severity: 'error',
      from: { path: '(^|/)apps/' },
      to: { path: '(^|/)tools/' },
    },
    {
      name: 'libs-are-layered',
      comment: 'contracts < database < bus < service; providers and storage stand beside and know none of them.',
      severity: 'error',
      from: { path: '(^|/)libs/(database|bus|providers|storage)/src/' },
      to: { path: '(^|/)libs/(service|testing)/' },
    },
    {
      name: 'database-does-not-know-the-bus',
      severity: 'error',
      from: { path: '(^|/)libs/database/src/' },
      to: { path: '(^|/)libs/bus/' },
    },
    {
      name: 'providers-stand-alone',
      severity: 'error',
      from: { path: '(^|/)libs/providers/src/' },
      to: { path: '(^|/)libs/(database|bus|service|contracts)/' },
    },
    {
      name: 'storage-stands-alone',
      severity: 'error',
      from: { path: '(^|/)libs/storage/src/' },
      to: { path: '(^|/)libs/(?!storage)' },
    },
    {
      name: 'api-client-stands-alone',
      comment: 'Frontends take it as it is: what it knows of us is generated from the OpenAPI document.',
      severity: 'error',
      from: { path: '(^|/)libs/api-client/src/' },
      to: { path: '(^|/)(libs/(?!api-client)|apps/|tools/)' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/', pathNot: '(^|/)(test|libs/testing)/|spec\\.ts$' },
      to: { path: '(^|/)libs/testing/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$' } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['fluxasync-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
