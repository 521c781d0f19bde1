import { open } from 'node:fs/promises';
import { AppError } from '../http/app-error.js';

const HEAD_BYTES = 1024;
/** The longest end a ZIP archive can have: its closing record and a comment of 64 kB. */
const TAIL_BYTES = 22 + 65_535;
/** What makes a sniffing browser take a file for a page. */
const MARKUP = /<(!doctype|html|head|body|script|svg|iframe|\?php)/i;

/**
 * Accepts a PDF that begins and ends as one and is nothing else besides (a page, an archive).
 * JavaScript and actions inside it stay: it is served as a sandboxed download only and never opens on our origin.
 * @throws AppError file.damaged
 */
export async function requirePdf(path: string): Promise<void> {
  const { head, tail } = await readEnds(path);
  const closing = tail.lastIndexOf('%%EOF');
  const complete =
    head.startsWith('%PDF-') && closing >= 0 && /^[\s\0]*$/.test(tail.slice(closing + 5)) && !MARKUP.test(head);
  if (!complete || endsAsArchive(tail)) throw new AppError('file.damaged');
}

/** Readers find a ZIP archive by its last record, whose comment reaches to the end of the file, `%%EOF` and all. */
function endsAsArchive(tail: string): boolean {
  const bytes = Buffer.from(tail, 'latin1');
  for (
    let at = bytes.indexOf('PK\x05\x06');
    at >= 0 && at + 22 <= bytes.length;
    at = bytes.indexOf('PK\x05\x06', at + 1)
  ) {
    if (at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return true;
  }
  return false;
}

async function readEnds(path: string): Promise<{ head: string; tail: string }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (start: number, length: number): Promise<string> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.toString('latin1', 0, bytesRead);
    };
    return { head: await read(0, HEAD_BYTES), tail: await read(Math.max(0, size - TAIL_BYTES), TAIL_BYTES) };
  } finally {
    await file.close();
  }
}
