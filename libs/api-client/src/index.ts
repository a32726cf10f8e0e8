export * from './client.js';
export * from './live.js';
export * from './pages.js';
export * from './problem.js';
export type { components, operations, paths } from './generated.js';
