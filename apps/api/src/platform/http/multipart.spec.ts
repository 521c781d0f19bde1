import { Agent, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { pdf, png } from '../../../test/support/files.js';
import { MIB, useIntake } from '../../../test/support/intake.js';
import type { AppError } from './app-error.js';
import type { ApiRequest } from './call.js';
import { readMultipart } from './multipart.js';

const NOW = new Date('2026-03-09T12:00:00Z');
const actor = { tenantId: '01890a5d-ac96-774b-bcce-b302099a8057' };
const BOUNDARY = 'baton-boundary';

const part = (name: string, fileName: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
const body = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

describe('readMultipart', () => {
  const { intake, keptFiles } = useIntake();
  const seen: string[] = [];
  let server: FastifyInstance;
  let port: number;
  // One connection for all requests: what one leaves behind would hit the next.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  beforeAll(async () => {
    server = Fastify();
    await server.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: Number.POSITIVE_INFINITY } });
    server.post('/', async (incoming, reply) => {
      try {
        const { files } = await readMultipart(
          Object.assign(incoming, { actor }) as unknown as ApiRequest,
          3,
          intake,
          NOW,
        );
        seen.push('taken');
        return files.map(({ name }) => name);
      } catch (error) {
        seen.push((error as AppError).code);
        return reply.code(400).send({ code: (error as AppError).code });
      }
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    port = (server.server.address() as AddressInfo).port;
  });

  afterAll(async () => {
    agent.destroy();
    await server.close();
  });

  const send = (content: Buffer): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const outgoing = request({
        port,
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': content.length },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (response) => text(response).then((answer) => resolve(JSON.parse(answer)), reject));
      outgoing.end(content);
    });

  it('takes several files', async () => {
    const content = body(part('files', 'a.png', await png()), part('files', 'b.pdf', pdf()));
    expect(await send(content)).toEqual(['a.png', 'b.pdf']);
    expect(keptFiles()).toHaveLength(3);
  });

  it('keeps nothing of a request with one bad part, and goes on with the next request', async () => {
    const good = part('files', 'a.png', await png());
    const huge = part('files', 'b.pdf', Buffer.alloc(20 * MIB));
    for (const [content, code] of [
      [body(good, huge, good), 'file.too_large'],
      [body(good, part('files', 'b.png', pdf()), huge), 'file.type_mismatch'],
      [body(good, part('other', 'b.png', Buffer.alloc(MIB)), huge), 'request.invalid'],
      [body(good, good, good, good, huge), 'file.too_many'],
    ] as const) {
      expect(await send(content)).toEqual({ code });
      expect(keptFiles()).toEqual([]);
    }
    expect(await send(body(good))).toEqual(['a.png']);
  });

  it('keeps nothing when the sender goes away in the middle', async () => {
    seen.length = 0;
    const start = body(part('files', 'a.png', await png()), part('files', 'b.png', await png())).subarray(0, -5000);
    const socket = connect(port, '127.0.0.1');
    const lines = ['POST / HTTP/1.1', 'Host: x', `Content-Type: ${headers['content-type']}`, 'Content-Length: 9999999'];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.write(start);
    await delay(500);
    socket.destroy();
    for (let left = 50; left > 0 && seen.length === 0; left--) await delay(50);
    expect(seen).toHaveLength(1);
    expect(seen).not.toContain('taken');
    expect(keptFiles()).toEqual([]);
  });
});
