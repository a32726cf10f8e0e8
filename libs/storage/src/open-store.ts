import { FolderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';
import { S3Store } from './s3-store.js';

/** What names a store, as an operator writes it. */
export interface StoreSettings {
  /** `folder:<path>` or `s3:<bucket>`. */
  store: string;
  s3Url?: string;
  s3Region?: string;
  s3AccessKey?: string;
  s3SecretKey?: string;
}

/** Opens the store that the settings name. @throws Error that says what is missing, by the names of the variables */
export function openStore({ store, s3Url, s3Region, s3AccessKey, s3SecretKey }: StoreSettings): ObjectStore {
  const [, kind, place = ''] = /^(folder|s3):(.+)$/.exec(store) ?? [];
  if (kind === 'folder') return new FolderStore(place);
  if (kind !== 's3') throw new Error(`MEDIA_STORE must be folder:<path> or s3:<bucket>, is "${store}"`);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(place)) throw new Error(`MEDIA_STORE names no bucket: "${place}"`);
  const missing = Object.entries({
    MEDIA_S3_URL: s3Url,
    MEDIA_S3_REGION: s3Region,
    MEDIA_S3_ACCESS_KEY: s3AccessKey,
    MEDIA_S3_SECRET_KEY: s3SecretKey,
  }).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw new Error(`MEDIA_STORE is ${store}, so these must be set too: ${missing.join(', ')}`);
  return new S3Store({ url: s3Url!, bucket: place, region: s3Region!, accessKey: s3AccessKey!, secretKey: s3SecretKey! });
}
