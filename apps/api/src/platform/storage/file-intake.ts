import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '../http/app-error.js';
import type { CleanImage } from './images.js';
import { ALL_MEDIA_TYPES, isImageType, MEDIA_TYPES, type MediaType } from './media-types.js';
import { requirePdf } from './pdf.js';
import { claimedExtension, safeFileName } from './safe-file-name.js';
import { newStorageKey, StorageFull, StoragePort } from './storage-port.js';

export interface IncomingFile {
  tenantId: string;
  /** As the sender calls it: for display only. */
  fileName: string;
  stream: Readable;
  /** Every media type, unless some are named. */
  limits: { maxBytes: number; allowed?: readonly MediaType[] };
}

export interface StoredFile {
  storageKey: string;
  /** A small WebP; null when the file is not an image. */
  thumbnailKey: string | null;
  name: string;
  mediaType: MediaType;
  /** Bytes as stored, which for an image differs from what was sent. */
  size: number;
  /** Of the bytes as stored, in hex. */
  sha256: string;
  width: number | null;
  height: number | null;
}

/** The only way in for files: streamed to disk under a byte limit, known by their content, cleaned, then stored. */
@Injectable()
export class FileIntake {
  constructor(private readonly storage: StoragePort) {}

  /**
   * Takes one file in. After a refusal, or when the sender goes away, nothing of it is left anywhere.
   * @throws AppError file.too_large {maxBytes} or {maxPixels}, file.empty, file.type_not_allowed {detected},
   * file.type_mismatch {named, detected}, file.damaged, server.storage_full
   */
  async receive({ tenantId, fileName, stream, limits }: IncomingFile, now: Date): Promise<StoredFile> {
    // A sender may go away before the first byte is asked for; the pipeline below reports it.
    stream.once('error', () => undefined);
    const folder = await mkdtemp(join(tmpdir(), 'baton-upload-'));
    try {
      const received = join(folder, 'received');
      await download(stream, received, limits.maxBytes);
      const name = safeFileName(fileName);
      const mediaType = await detect(received, limits.allowed ?? ALL_MEDIA_TYPES);
      requireHonestName(name, mediaType);
      if (isImageType(mediaType)) {
        // The decoder takes memory that a process without pictures never needs.
        const { cleanImage } = await import('./images.js');
        const image = await cleanImage(received, mediaType, folder);
        return { name, mediaType, ...(await this.keepImage(tenantId, mediaType, image, now)) };
      }
      await requirePdf(received);
      const kept = await this.keep(tenantId, mediaType, received, now);
      return { name, mediaType, ...kept, thumbnailKey: null, width: null, height: null };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes what `receive` stored. */
  async discard(file: Pick<StoredFile, 'storageKey' | 'thumbnailKey'>): Promise<void> {
    await this.storage.delete(file.storageKey);
    if (file.thumbnailKey) await this.storage.delete(file.thumbnailKey);
  }

  private async keepImage(tenantId: string, mediaType: MediaType, image: CleanImage, now: Date) {
    const kept = await this.keep(tenantId, mediaType, image.path, now);
    try {
      const thumbnail = await this.keep(tenantId, 'image/webp', image.thumbnailPath, now);
      return { ...kept, thumbnailKey: thumbnail.storageKey, width: image.width, height: image.height };
    } catch (error) {
      await this.storage.delete(kept.storageKey);
      throw error;
    }
  }

  private async keep(tenantId: string, contentType: MediaType, path: string, now: Date) {
    const storageKey = newStorageKey(tenantId, now);
    const { size } = await stat(path);
    const sha256 = await digest(path);
    await this.storage.put(storageKey, createReadStream(path), { contentType, size });
    return { storageKey, size, sha256 };
  }
}

async function download(stream: Readable, path: string, maxBytes: number): Promise<void> {
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) done(new AppError('file.too_large', { maxBytes }));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(stream, limit, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new StorageFull() : error;
  }
  if (size === 0) throw new AppError('file.empty');
}

/** Looks at the bytes only: names and headers are the sender's to invent. */
async function detect(path: string, allowed: readonly MediaType[]): Promise<MediaType> {
  // What confuses the detector is no file we know.
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? null;
  // An animated PNG is a PNG; its first frame is kept.
  const detected = mime === 'image/apng' ? 'image/png' : mime;
  const known = allowed.find((type) => type === detected);
  if (!known) throw new AppError('file.type_not_allowed', { detected });
  return known;
}

/** A file called otherwise than it is would be opened by the wrong program after a download. */
function requireHonestName(name: string, detected: MediaType): void {
  const named = claimedExtension(name);
  const extensions: readonly string[] = MEDIA_TYPES[detected];
  if (named && !extensions.includes(named)) throw new AppError('file.type_mismatch', { named, detected });
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
