import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type S3Server, startS3Server } from '../../../test/support/s3-server.js';
import { Config } from '../../config/config.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { storageFrom } from './storage-from.js';
import { newStorageKey, StorageFull, type StoragePort } from './storage-port.js';

const TENANT = '01890a5d-ac96-774b-bcce-b302099a8057';
const NOW = new Date('2026-03-09T23:59:00Z');
const S3 = {
  region: 'us-east-1',
  bucket: 'baton',
  accessKeyId: 'key',
  secretAccessKey: 'secret',
  forcePathStyle: true,
};
const MIB = 1024 * 1024;

const newKey = () => newStorageKey(TENANT, NOW);
const as = (size: number) => ({ contentType: 'image/png', size });

/** Breaks off after its first chunk, as a client that goes away does. */
async function* breakingOff(code: string) {
  yield Buffer.alloc(1000);
  throw Object.assign(new Error('gone'), { code });
}

describe('storage keys', () => {
  it('are made of tenant, month and 128 random bits', () => {
    expect(newKey()).toMatch(new RegExp(`^${TENANT}/2026/03/[0-9a-f]{32}$`));
    expect(newKey()).not.toBe(newKey());
  });
});

describe('storage', () => {
  const root = mkdtempSync(join(tmpdir(), 'baton-storage-'));
  let server: S3Server;
  let ports: Record<'local' | 's3', StoragePort>;

  beforeAll(async () => {
    server = await startS3Server(S3.bucket, S3.accessKeyId);
    ports = { local: new LocalStorage(root), s3: new S3Storage({ ...S3, endpoint: server.endpoint }) };
  });

  afterAll(async () => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const keptKeys = () => ({
    local: readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(root, path)).isFile(),
    ),
    s3: [...server.objects.keys()],
  });

  describe.each(['local', 's3'] as const)('%s', (kind) => {
    it('keeps, reads and deletes a buffer', async () => {
      const key = newKey();
      await ports[kind].put(key, Buffer.from('hello'), as(5));
      expect(await ports[kind].exists(key)).toBe(true);
      expect((await buffer(await ports[kind].get(key))).toString()).toBe('hello');
      await ports[kind].delete(key);
      expect(await ports[kind].exists(key)).toBe(false);
    });

    it('keeps a stream of many chunks', async () => {
      const key = newKey();
      const content = Buffer.alloc(3 * MIB, 'baton');
      await ports[kind].put(
        key,
        Readable.from(
          content
            .toString('latin1')
            .match(/.{1,65536}/g)!
            .map(Buffer.from),
        ),
        as(content.length),
      );
      expect((await buffer(await ports[kind].get(key))).equals(content)).toBe(true);
      await ports[kind].delete(key);
    });

    it('says so when there is nothing under a key, and deletes it all the same', async () => {
      await expect(ports[kind].get(newKey())).rejects.toMatchObject({ code: 'resource.not_found' });
      await expect(ports[kind].delete(newKey())).resolves.toBeUndefined();
    });

    it('keeps nothing of a stream that breaks off', async () => {
      const before = keptKeys();
      const broken = Readable.from(breakingOff('ECONNRESET'));
      await expect(ports[kind].put(newKey(), broken, as(5000))).rejects.toThrow();
      expect(keptKeys()).toEqual(before);
    });

    it.each([
      '../../etc/passwd',
      '/etc/passwd',
      `${TENANT}/2026/03/..`,
      `${TENANT}/2026/03/${'a'.repeat(32)}/../x`,
      '',
    ])('refuses the key %j', async (key) => {
      await expect(ports[kind].put(key, Buffer.from('x'), as(1))).rejects.toThrow('Not a storage key');
      await expect(ports[kind].get(key)).rejects.toThrow('Not a storage key');
      await expect(ports[kind].delete(key)).rejects.toThrow('Not a storage key');
    });

    it('passes its check', async () => {
      await expect(ports[kind].check()).resolves.toBeUndefined();
    });
  });

  it('says that a disk is full', async () => {
    await expect(ports.local.put(newKey(), Readable.from(breakingOff('ENOSPC')), as(5000))).rejects.toThrow(
      StorageFull,
    );
    expect(keptKeys().local).toEqual([]);
  });

  it('fails its check when the bucket is not there', async () => {
    const elsewhere = new S3Storage({ ...S3, endpoint: server.endpoint, bucket: 'other' });
    await expect(elsewhere.check()).rejects.toThrow();
  });

  it('reaches a bucket with the media type', async () => {
    const key = newKey();
    await ports.s3.put(key, Buffer.from('x'), as(1));
    expect(server.objects.get(`baton/${key}`)?.contentType).toBe('image/png');
  });

  it('is chosen by the configuration', async () => {
    expect(await storageFrom(new Config())).toBeInstanceOf(LocalStorage);
    const bucket = { S3_BUCKET: 'baton', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(await storageFrom(Object.assign(new Config(), bucket))).toBeInstanceOf(S3Storage);
  });
});
