import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { gif, jpeg, pdf, photo, png, webp, zip } from '../../../test/support/files.js';
import { MIB, memoryGrowth, useIntake } from '../../../test/support/intake.js';

const { intake, receive, stored, keptFiles } = useIntake();

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
    expect(keptFiles()).toHaveLength(2);
    await intake.discard(file);
    expect(keptFiles()).toEqual([]);
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
  const growth = await memoryGrowth(async () => {
    const file = await receive('large.pdf', Readable.from(large()), { maxBytes: 200 * MIB });
    expect(file.size).toBeGreaterThan(100 * MIB);
  });
  expect(growth).toBeLessThan(60 * MIB);
});
