import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notFound } from '../http/app-error.js';
import { requireStorageKey, StorageFull, StoragePort } from './storage-port.js';

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Files below one folder. A file appears under its key complete and on disk, or not at all. */
export class LocalStorage extends StoragePort {
  constructor(private readonly root: string) {
    super();
  }

  async put(key: string, content: Readable | Buffer): Promise<void> {
    const target = this.pathOf(key);
    // On the same file system as the target, so that the rename is atomic.
    const partial = join(this.root, 'incoming', randomUUID());
    try {
      await mkdir(dirname(partial), { recursive: true });
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      await pipeline(source, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
      await mkdir(dirname(target), { recursive: true });
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw NO_ROOM.has(codeOf(error)) ? new StorageFull() : error;
    }
  }

  async get(key: string): Promise<Readable> {
    try {
      const file = await open(this.pathOf(key));
      return file.createReadStream();
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? notFound() : error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async exists(key: string): Promise<boolean> {
    return access(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  async check(): Promise<void> {
    const probe = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(probe), { recursive: true });
    try {
      await writeFile(probe, 'probe');
    } finally {
      await rm(probe, { force: true });
    }
  }

  private pathOf(key: string): string {
    return join(this.root, requireStorageKey(key));
  }
}
