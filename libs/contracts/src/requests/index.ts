export * from './accounts.js';
export * from './analytics.js';
export * from './conversations.js';
export * from './deliveries.js';
export * from './emails.js';
export * from './notifications.js';
export * from './orders.js';
export * from './paging.js';
