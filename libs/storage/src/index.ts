export * from './object-store.js';
export { FolderStore } from './folder-store.js';
export { S3Store, type S3Options } from './s3-store.js';
export { openStore, type StoreSettings } from './open-store.js';
