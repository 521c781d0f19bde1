import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import { LocalStorage } from './local-storage.js';
import type { StoragePort } from './storage-port.js';

/** A bucket when one is configured, else the folder `files` of DATA_DIR. */
export async function storageFrom(config: Config): Promise<StoragePort> {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT, S3_REGION } = config;
  if (!S3_BUCKET) return new LocalStorage(join(config.DATA_DIR, 'files'));
  // Loaded only where there is a bucket: its client takes more memory than the rest of the storage.
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    // Present with S3_BUCKET: the configuration insists.
    accessKeyId: S3_ACCESS_KEY_ID!,
    secretAccessKey: S3_SECRET_ACCESS_KEY!,
    forcePathStyle: S3_ENDPOINT !== undefined,
  });
}
