import { rules, ServiceEnv, variable } from './env.js';

/** What a service reads that keeps or serves files. */
export class MediaEnv extends ServiceEnv {
  @variable(
    'MEDIA_STORE',
    rules.text('folder:<path> or s3:<bucket>', /^(folder|s3):./),
    'where photos, voice notes and documents are kept: a folder that every replica sees, or a bucket',
  )
  store!: string;

  @variable('MEDIA_S3_URL', rules.url('http', 'https'), 'the S3-compatible store, addressed by path', { optional: true })
  s3Url?: string;

  @variable('MEDIA_S3_REGION', rules.text(), 'region its requests are signed for', { optional: true })
  s3Region?: string;

  @variable('MEDIA_S3_ACCESS_KEY', rules.text(), 'its access key', { optional: true })
  s3AccessKey?: string;

  @variable('MEDIA_S3_SECRET_KEY', rules.text(), 'its secret key', { optional: true, secret: true })
  s3SecretKey?: string;

  /** The settings of the store, as they are opened with. */
  get mediaStore(): { store: string; s3Url?: string; s3Region?: string; s3AccessKey?: string; s3SecretKey?: string } {
    const { store, s3Url, s3Region, s3AccessKey, s3SecretKey } = this;
    return { store, s3Url, s3Region, s3AccessKey, s3SecretKey };
  }
}
