import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileIntake, type StoredFile } from '../../src/platform/storage/file-intake.js';
import { LocalStorage } from '../../src/platform/storage/local-storage.js';
import type { MediaType } from '../../src/platform/storage/media-types.js';

const TENANT = '01890a5d-ac96-774b-bcce-b302099a8057';
const NOW = new Date('2026-03-09T12:00:00Z');
export const MIB = 1024 * 1024;

export interface IntakeBench {
  intake: FileIntake;
  receive(
    fileName: string,
    content: Buffer | Readable,
    limits?: { maxBytes?: number; allowed?: readonly MediaType[] },
  ): Promise<StoredFile>;
  stored(key: string): Promise<Buffer>;
  /** Paths of everything in storage. */
  keptFiles(): string[];
}

/** A file intake over real folders, emptied after each test of the file that calls this; its temporary folder must be empty by then. */
export function useIntake(): IntakeBench {
  const root = mkdtempSync(join(tmpdir(), 'baton-intake-'));
  const storageRoot = join(root, 'storage');
  const temporary = join(root, 'tmp');
  const outerTemporary = process.env.TMPDIR;
  const storage = new LocalStorage(storageRoot);
  const intake = new FileIntake(storage);

  beforeAll(() => {
    for (const folder of [storageRoot, temporary]) mkdirSync(folder);
    process.env.TMPDIR = temporary;
  });
  afterEach(() => {
    expect(readdirSync(temporary)).toEqual([]);
    for (const entry of readdirSync(storageRoot)) rmSync(join(storageRoot, entry), { recursive: true });
  });
  afterAll(() => {
    if (outerTemporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outerTemporary;
    rmSync(root, { recursive: true, force: true });
  });

  return {
    intake,
    receive: (fileName, content, { maxBytes = 4 * MIB, allowed } = {}) => {
      const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      return intake.receive({ tenantId: TENANT, fileName, stream, limits: { maxBytes, allowed } }, NOW);
    },
    stored: async (key) => buffer(await storage.get(key)),
    keptFiles: () =>
      readdirSync(storageRoot, { recursive: true, encoding: 'utf8' }).filter((path) =>
        statSync(join(storageRoot, path)).isFile(),
      ),
  };
}

/** Settles with the growth of the process's highest memory, in bytes, while the work runs. */
export async function memoryGrowth(work: () => Promise<unknown>): Promise<number> {
  const before = process.resourceUsage().maxRSS;
  await work();
  return (process.resourceUsage().maxRSS - before) * 1024;
}
