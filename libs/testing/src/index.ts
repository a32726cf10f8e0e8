export * from './ports.js';
export * from './processes.js';
export * from './processes-spawn.js';
export * from './postgres.js';
export * from './nats.js';
export * from './nats-version.js';
export * from './eventually.js';
export * from './world.js';
