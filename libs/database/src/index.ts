export * from './database.js';
export * from './installation.js';
export * from './migrate.js';
export * from './names.js';
export * from './new-id.js';
export * from './paging.js';
export * from './service-tables.js';
export * from './tenancy.js';
