import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import type { StoragePort } from './storage-port.js';

/** A bucket when one is configured, else the folder `files` of DATA_DIR. */
export function storageFrom(config: Config): StoragePort {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT, S3_REGION } = config;
  if (!S3_BUCKET) return new LocalStorage(join(config.DATA_DIR, 'files'));
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
