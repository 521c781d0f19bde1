import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '../http/app-error.js';

export interface StoredAs {
  contentType: string;
  /** Bytes, known beforehand. */
  size: number;
}

/** Where files live. Also the injection token: a local folder or any S3-compatible bucket stands behind it. */
export abstract class StoragePort {
  /** All or nothing: a failed put leaves nothing under the key. @throws StorageFull */
  abstract put(key: string, content: Readable | Buffer, as: StoredAs): Promise<void>;
  /** @throws AppError resource.not_found */
  abstract get(key: string): Promise<Readable>;
  /** Deleting what is not there is fine. */
  abstract delete(key: string): Promise<void>;
  abstract exists(key: string): Promise<boolean>;
  /** Rejects when files can be neither kept nor read. */
  abstract check(): Promise<void>;
}

export class StorageFull extends AppError {
  constructor() {
    super('server.storage_full');
  }
}

/** `<tenant>/<yyyy>/<mm>/<128 random bits>`: cannot be guessed, and nothing of it comes from a user. */
export function newStorageKey(tenantId: string, now: Date): string {
  const [year, month] = now.toISOString().split('-');
  return `${tenantId}/${year}/${month}/${randomBytes(16).toString('hex')}`;
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/\d{4}\/\d{2}\/[0-9a-f]{32}$/;

/** Only generated keys reach a file system or a bucket, whatever the caller was given. @throws Error */
export function requireStorageKey(key: string): string {
  if (!KEY.test(key)) throw new Error('Not a storage key');
  return key;
}
