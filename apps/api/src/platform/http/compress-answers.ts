import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { AUTH_PATH } from '../access/auth-cookies.js';

const pack = promisify(gzip);

/** One packet: smaller answers arrive no sooner. */
const LEAST_BYTES = 1400;
/** Beyond it answers get hardly smaller, but take much longer. */
const LEVEL = 4;

const acceptsGzip = (accepted: string | undefined) => /\bgzip\b/.test(accepted ?? '');
const isJson = (type: unknown) => String(type).startsWith('application/json');

/**
 * Sends long answers of the API compressed. How well a secret compresses beside what a stranger chose would tell it:
 * so never below `/api/auth`, the only place cookies reach. Elsewhere a token in a header is needed, which no foreign
 * page can make a browser send.
 */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const isLong = typeof payload === 'string' && payload.length >= LEAST_BYTES;
    if (!isLong || !request.url.startsWith('/api/') || request.url.startsWith(`${AUTH_PATH}/`)) return payload;
    if (!isJson(reply.getHeader('content-type')) || reply.hasHeader('content-encoding')) return payload;
    reply.header('vary', 'accept-encoding');
    if (!acceptsGzip(request.headers['accept-encoding'])) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return pack(payload, { level: LEVEL });
  });
}
