import { crc32, createDeflate } from 'node:zlib';
import sharp from 'sharp';

const picture = (width: number, height: number, background = '#4f63d2') =>
  sharp({ create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } });

export const png = (width = 800, height = 600): Promise<Buffer> => picture(width, height).png().toBuffer();
export const jpeg = (width = 800, height = 600): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
export const webp = (width = 800, height = 600): Promise<Buffer> => picture(width, height).webp().toBuffer();

/** As a phone writes it: lying on its side, with the place where it was taken. */
export const photo = (): Promise<Buffer> =>
  picture(800, 600)
    .withExif({
      IFD0: { Make: 'SecretCamera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
    })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .jpeg()
    .toBuffer();

export async function gif(frames = 5, width = 64, height = 48): Promise<Buffer> {
  const pictures = Array.from({ length: frames }, (_, n) =>
    sharp({ create: { width, height, channels: 3, background: { r: (n * 47) % 256, g: (n * 91) % 256, b: 90 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(pictures), { join: { animated: true } })
    .gif({ delay: Array(frames).fill(100) })
    .toBuffer();
}

/** One page that says "Hello", with an optional extra object. */
export function pdf(extra = ''): Buffer {
  const text = 'BT /F1 24 Tf 72 720 Td (Hello) Tj ET';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${body}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(8 + typed.length);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), 4 + typed.length);
  return framed;
}

/** A complete, valid PNG of a few hundred kB that unpacks to 50 000 × 50 000 black pixels. Made without unpacking it here. */
export async function pngBomb(side = 50_000): Promise<Buffer> {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const deflate = createDeflate({ level: 1 });
  const packed = deflate.toArray();
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  for (let n = 0; n < side; n++)
    if (!deflate.write(row)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = pngChunk('IDAT', Buffer.concat(await packed));
  return Buffer.concat([signature, pngChunk('IHDR', header), data, pngChunk('IEND', Buffer.alloc(0))]);
}

/** A GIF that announces one frame of 65 535 × 65 535 pixels. */
export function gifBomb(): Buffer {
  const canvas = Buffer.from('GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1');
  return Buffer.concat([
    canvas,
    Buffer.from('\x2c\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02\x44\x01\x00\x3b', 'latin1'),
  ]);
}

/** A JPEG whose header is rewritten to announce other dimensions than it has. */
export function jpegBomb(honest: Buffer, side = 50_000): Buffer {
  const lying = Buffer.from(honest);
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(side, frame + 5);
  lying.writeUInt16BE(side, frame + 7);
  return lying;
}

/** A ZIP archive of one stored, empty file. */
export const zip = (comment = ''): Buffer => {
  const name = 'x.txt';
  const local = Buffer.from(
    `PK\x03\x04\x0a${'\0'.repeat(21)}${String.fromCharCode(name.length)}\0\0\0${name}`,
    'latin1',
  );
  const central = Buffer.from(
    `PK\x01\x02\x0a\0\x0a${'\0'.repeat(21)}${String.fromCharCode(name.length)}${'\0'.repeat(17)}${name}`,
    'latin1',
  );
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([local, central, end, Buffer.from(comment)]);
};
