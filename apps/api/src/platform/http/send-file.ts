import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Raster images may be shown; everything else is only ever saved. */
const INLINE = /^image\/(png|jpeg|gif|webp)$/;

/** RFC 6266: an ASCII stand-in for old readers, the real name for the others. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Sends somebody's file so that no browser runs, sniffs or shares it. */
export function sendFile(
  reply: FastifyReply,
  file: { name: string; mediaType: string; content: Readable },
): StreamableFile {
  reply.headers({
    'content-type': file.mediaType,
    'content-disposition': disposition(INLINE.test(file.mediaType) ? 'inline' : 'attachment', file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  });
  return new StreamableFile(file.content);
}
