import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 600;

type Box = [x: number, y: number, width: number, height: number, color: number];

const INK = 0xc9cedb;
const FRAME = 0x4f63d2;
const PAPER = 0xffffff;
const ALERT = 0xfdecec;
const ALERT_INK = 0xd32f2f;

/** A window with a message in the middle, as somebody who reports a problem would send it. */
function screenshot(): Promise<Buffer> {
  const lines = Array.from({ length: 9 }, (_, n): Box => [72, 120 + n * 44, 300 + ((n * 173) % 460), 14, INK]);
  const boxes: Box[] = [
    [32, 32, WIDTH - 64, HEIGHT - 64, PAPER],
    [32, 32, WIDTH - 64, 44, FRAME],
    ...lines,
    [260, 210, 440, 170, ALERT],
    [260, 210, 6, 170, ALERT_INK],
    [290, 240, 220, 18, ALERT_INK],
    [290, 284, 370, 12, INK],
    [290, 308, 300, 12, INK],
    [580, 338, 96, 28, FRAME],
  ];
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3, 0xee);
  for (const box of boxes) fill(pixels, box);
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

function fill(pixels: Buffer, [x, y, width, height, color]: Box): void {
  const row = Buffer.alloc(width * 3);
  for (let n = 0; n < width; n++) row.writeUIntBE(color, n * 3, 3);
  for (let n = y; n < y + height; n++) row.copy(pixels, (n * WIDTH + x) * 3);
}

/** One page with its own name on it. */
function letter(name: string): Buffer {
  const text = `BT /F1 20 Tf 72 740 Td (${name.replace(/[^\w .-]/g, '')}) Tj 0 -40 Td /F1 11 Tf (This page belongs to the demo.) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
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

/** The bytes of a file somebody attaches: a letter when its name ends in `.pdf`, else a screenshot. */
export const drawFile = async (name: string): Promise<Buffer> => (name.endsWith('.pdf') ? letter(name) : screenshot());
