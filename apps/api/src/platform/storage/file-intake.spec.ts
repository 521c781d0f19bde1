import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { gif, gifBomb, jpeg, jpegBomb, pdf, photo, png, pngBomb, webp, zip } from '../../../test/support/files.js';
import { FileIntake, type StoredFile } from './file-intake.js';
import { LocalStorage } from './local-storage.js';
import { IMAGE_TYPES, type MediaType } from './media-types.js';

const TENANT = '01890a5d-ac96-774b-bcce-b302099a8057';
const NOW = new Date('2026-03-09T12:00:00Z');
const MIB = 1024 * 1024;

const root = mkdtempSync(join(tmpdir(), 'baton-intake-'));
const storageRoot = join(root, 'storage');
const temporary = join(root, 'tmp');
const outerTemporary = process.env.TMPDIR;
const storage = new LocalStorage(storageRoot);
const intake = new FileIntake(storage);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());

const receive = (
  fileName: string,
  content: Buffer | Readable,
  { maxBytes = 4 * MIB, allowed }: { maxBytes?: number; allowed?: readonly MediaType[] } = {},
): Promise<StoredFile> => {
  const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  return intake.receive({ tenantId: TENANT, fileName, stream, limits: { maxBytes, allowed } }, NOW);
};

const stored = async (key: string): Promise<Buffer> => buffer(await storage.get(key));

/** Settles with the growth of the process's highest memory, in bytes, while the work runs. */
async function growthOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.resourceUsage().maxRSS;
  await work();
  return (process.resourceUsage().maxRSS - before) * 1024;
}

beforeAll(() => {
  for (const folder of [storageRoot, temporary]) mkdirSync(folder);
  process.env.TMPDIR = temporary;
});

afterEach(() => {
  expect(readdirSync(temporary)).toEqual([]);
  for (const key of readdirSync(storageRoot)) rmSync(join(storageRoot, key), { recursive: true });
});

afterAll(() => {
  if (outerTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outerTemporary;
  rmSync(root, { recursive: true, force: true });
});

describe('a good file', () => {
  it.each([
    ['image/png', 'shot.png', png],
    ['image/jpeg', 'shot.JPG', jpeg],
    ['image/webp', 'shot.webp', webp],
    ['image/gif', 'shot.gif', () => gif(2, 800, 600)],
  ] as const)('%s is re-encoded and gets a thumbnail', async (mediaType, name, make) => {
    const file = await receive(name, await make());
    expect(file).toMatchObject({ name, mediaType, width: 800, height: 600 });
    const content = await stored(file.storageKey);
    expect(content.length).toBe(file.size);
    expect(createHash('sha256').update(content).digest('hex')).toBe(file.sha256);
    expect(await sharp(content).metadata()).toMatchObject({ format: mediaType.slice(6), width: 800, height: 600 });
    const thumbnail = await sharp(await stored(file.thumbnailKey!)).metadata();
    expect(thumbnail).toMatchObject({ format: 'webp', width: 480, height: 360 });
  });

  it('that is a PDF is kept as it is', async () => {
    const content = pdf();
    const file = await receive('report.pdf', content);
    expect(file).toMatchObject({ mediaType: 'application/pdf', size: content.length, thumbnailKey: null, width: null });
    expect(await stored(file.storageKey)).toEqual(content);
  });

  it('loses its place and camera, and stands upright in sRGB', async () => {
    const original = await photo();
    expect(original.includes('SecretCamera')).toBe(true);
    const file = await receive('photo.jpg', original);
    expect(file).toMatchObject({ width: 600, height: 800 });
    const metadata = await sharp(await stored(file.storageKey)).metadata();
    expect(metadata).toMatchObject({ width: 600, height: 800, space: 'srgb' });
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation]).toEqual(Array(4).fill(undefined));
  });

  it('keeps an animation, up to its limit of frames', async () => {
    const file = await receive('a.gif', await gif(5));
    expect(file).toMatchObject({ width: 64, height: 48 });
    expect(await sharp(await stored(file.storageKey)).metadata()).toMatchObject({
      pages: 5,
      delay: Array(5).fill(100),
    });
    const long = await receive('b.gif', await gif(230, 8, 8));
    expect((await sharp(await stored(long.storageKey)).metadata()).pages).toBe(200);
  });

  it('keeps transparency and few colours', async () => {
    const icon = {
      create: { width: 16, height: 16, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    } as const;
    const file = await receive('icon.png', await sharp(icon).png({ palette: true }).toBuffer());
    expect(await sharp(await stored(file.storageKey)).metadata()).toMatchObject({ hasAlpha: true, isPalette: true });
  });

  it.each(['scan', 'Screenshot 2026-03-09 10.42', '日本語.png', 'a.b.c.png'])('may be called %j', async (name) => {
    expect((await receive(name, await png(8, 8))).name).toBe(name);
  });

  it('can be discarded', async () => {
    const file = await receive('shot.png', await png());
    expect(filesBelow(storageRoot)).toHaveLength(2);
    await intake.discard(file);
    expect(filesBelow(storageRoot)).toEqual([]);
  });
});

describe('a refused file leaves nothing behind', () => {
  async function refused(name: string, content: Buffer | Readable, expected: object, limits = {}) {
    await expect(receive(name, content, limits)).rejects.toMatchObject(expected);
    expect(filesBelow(storageRoot)).toEqual([]);
  }
  const notAllowed = (detected: string | null) => ({ code: 'file.type_not_allowed', details: { detected } });
  const damaged = { code: 'file.damaged' };

  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const svgWithProlog = Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg]);
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]);

  it.each([
    ['HTML as PNG', 'x.png', html, notAllowed(null)],
    ['SVG', 'x.svg', svg, notAllowed(null)],
    ['SVG as PNG', 'x.png', svgWithProlog, notAllowed('application/xml')],
    ['a ZIP', 'x.zip', zip(), notAllowed('application/zip')],
    ['a program', 'x.png', exe, notAllowed('application/x-msdownload')],
    ['text', 'x.txt', Buffer.from('hello'), notAllowed(null)],
    ['BMP', 'x.bmp', Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'latin1'), notAllowed('image/bmp')],
    ['TIFF', 'x.tiff', Buffer.from('II\x2a\0\x08\0\0\0\0\0\0\0', 'latin1'), notAllowed('image/tiff')],
    ['nothing', 'x.png', Buffer.alloc(0), { code: 'file.empty' }],
  ])('%s', (_what, name, content, expected) => refused(name, content, expected));

  it('a PDF where pictures are asked for', () =>
    refused('me.pdf', pdf(), notAllowed('application/pdf'), { allowed: IMAGE_TYPES }));

  it.each([
    ['x.pdf', 'pdf'],
    ['x.png.exe', 'exe'],
    ['x.jpg', 'jpg'],
    ['x.png\0.html', 'html'],
    ['x\u202egnp.html', 'html'],
  ])('a PNG called %j', async (name, named) =>
    refused(name, await png(8, 8), { code: 'file.type_mismatch', details: { named, detected: 'image/png' } }),
  );

  it('a file over the limit, by one byte, and however much is sent', async () => {
    const content = pdf();
    const tooLarge = (maxBytes: number) => ({ code: 'file.too_large', details: { maxBytes } });
    await refused('x.pdf', content, tooLarge(content.length - 1), { maxBytes: content.length - 1 });
    let sent = 0;
    async function* endless() {
      for (; sent < 2000; sent++) yield Buffer.alloc(65_536);
    }
    const growth = await growthOf(() => refused('x.pdf', Readable.from(endless()), tooLarge(4 * MIB)));
    expect(sent).toBeLessThan(200);
    expect(growth).toBeLessThan(40 * MIB);
  });

  it('a stream that breaks off', async () => {
    const content = await png();
    const broken = new Readable({ read() {} });
    const outcome = refused('x.png', broken, { code: 'ECONNRESET' });
    broken.push(content.subarray(0, 5000));
    setImmediate(() => broken.destroy(Object.assign(new Error('gone'), { code: 'ECONNRESET' })));
    await outcome;
    const closed = new Readable({ read() {} });
    setImmediate(() => closed.destroy());
    await refused('x.png', closed, { code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });

  it.each(['png', 'jpg', 'webp', 'gif'] as const)('a truncated %s', async (kind) => {
    const content = await { png, jpg: jpeg, webp, gif: () => gif(3, 300, 200) }[kind]();
    for (const part of [0.3, 0.7, 0.99]) {
      await refused(`x.${kind}`, content.subarray(0, Math.floor(content.length * part)), damaged);
    }
  });

  it('a GIF with something behind', async () => refused('x.gif', Buffer.concat([await gif(), zip()]), damaged));

  it('a PNG with wrong checksums', async () => {
    const content = await png();
    content[Math.floor(content.length / 2)]! ^= 0xff;
    await refused('x.png', content, damaged);
  });

  const archived = (comment: string) => Buffer.concat([pdf(), zip(comment)]);
  it.each([
    ['truncated', pdf().subarray(0, 400), damaged],
    ['with a page in front', Buffer.concat([html, pdf()]), notAllowed(null)],
    [
      'with a page in its head',
      Buffer.from(pdf().toString('latin1').replace('\n', '\n<html><script>a()</script>')),
      damaged,
    ],
    ['with script in front', Buffer.concat([Buffer.from('alert(1)//'), pdf()]), notAllowed(null)],
    ['with an archive behind', archived(''), damaged],
    ['with an archive behind that ends like a PDF', archived('\n%%EOF\n'), damaged],
    ['with something behind', Buffer.concat([pdf(), Buffer.from('<script>')]), damaged],
  ])('a PDF %s', (_what, content, expected) => refused('x.pdf', content, expected));

  it('a picture that unpacks to 50 000 × 50 000 pixels, at once and without unpacking it', async () => {
    const bombs = { 'x.png': await pngBomb(), 'x.gif': gifBomb(), 'x.jpg': jpegBomb(await jpeg(64, 64)) };
    await receive('warm.png', await png(8, 8)).then((file) => intake.discard(file));
    for (const [name, bomb] of Object.entries(bombs)) {
      expect(bomb.length).toBeLessThan(4 * MIB);
      const start = performance.now();
      const growth = await growthOf(() =>
        refused(name, bomb, { code: 'file.too_large', details: { maxPixels: 50_000_000 } }),
      );
      expect(performance.now() - start).toBeLessThan(1000);
      expect(growth).toBeLessThan(100 * MIB);
    }
  });
});

describe('what hides in a picture', () => {
  const script = '<script>alert(1)</script>';

  it.each([
    ['png', png],
    ['jpg', jpeg],
    ['webp', webp],
  ] as const)('does not survive behind a %s', async (kind, make) => {
    const content = Buffer.concat([await make(), Buffer.from(script), zip()]);
    const file = await receive(`x.${kind}`, content);
    const kept = await stored(file.storageKey);
    expect(kept.includes(script)).toBe(false);
    expect(kept.includes('PK\x05\x06')).toBe(false);
  });

  it('does not survive in its comments', async () => {
    const honest = await gif(2);
    const header = 13 + 3 * 2 ** ((honest[10]! & 7) + 1);
    const comment = Buffer.from(`\x21\xfe${String.fromCharCode(script.length)}${script}\0`, 'latin1');
    const content = Buffer.concat([honest.subarray(0, header), comment, honest.subarray(header)]);
    const file = await receive('x.gif', content);
    expect((await stored(file.storageKey)).includes(script)).toBe(false);
  });
});

it('takes in a file of 100 MB without holding it in memory', async () => {
  const head = Buffer.from('%PDF-1.4\n');
  async function* large() {
    yield head;
    for (let n = 0; n < 1600; n++) yield Buffer.alloc(65_536, '% filler\n');
    yield Buffer.from('\n%%EOF\n');
  }
  const growth = await growthOf(async () => {
    const file = await receive('large.pdf', Readable.from(large()), { maxBytes: 200 * MIB });
    expect(file.size).toBeGreaterThan(100 * MIB);
  });
  expect(growth).toBeLessThan(60 * MIB);
});
