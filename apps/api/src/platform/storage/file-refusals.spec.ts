import { Readable } from 'node:stream';
import { gif, gifBomb, jpeg, jpegBomb, pdf, png, pngBomb, webp, zip } from '../../../test/support/files.js';
import { MIB, memoryGrowth, useIntake } from '../../../test/support/intake.js';
import { IMAGE_TYPES } from './media-types.js';

const { intake, receive, keptFiles } = useIntake();

describe('a refused file leaves nothing behind', () => {
  async function refused(name: string, content: Buffer | Readable, expected: object, limits = {}) {
    await expect(receive(name, content, limits)).rejects.toMatchObject(expected);
    expect(keptFiles()).toEqual([]);
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
    const growth = await memoryGrowth(() => refused('x.pdf', Readable.from(endless()), tooLarge(4 * MIB)));
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
      const growth = await memoryGrowth(() =>
        refused(name, bomb, { code: 'file.too_large', details: { maxPixels: 50_000_000 } }),
      );
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(growth).toBeLessThan(100 * MIB);
    }
  });
});
