export * from './calls-by-minute.js';
export * from './env.js';
export * from './health.js';
export * from './logging.js';
export * from './media-env.js';
export * from './metrics.js';
export * from './start-service.js';
export * from './telemetry.js';
