export * from './domain-error.js';
export * from './events/index.js';
export * from './manifest.js';
export * from './message.js';
export * from './normal-forms.js';
export * from './requests/index.js';
export * from './schema.js';
export * from './validate.js';
