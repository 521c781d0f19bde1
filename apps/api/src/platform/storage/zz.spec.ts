import net from 'node:net';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { pdf, png } from '../../../test/support/files.js';
import { MIB, useIntake } from '../../../test/support/intake.js';

const { receive, keptFiles, intake } = useIntake();
it('works over http', async () => {
  const app = Fastify({ bodyLimit: 60 * MIB });
  await app.register(multipart, { limits: { fileSize: 5 * MIB, files: 11 } });
  const outcomes: string[] = [];
  app.post('/up', async (request, reply) => {
    const files: any[] = [];
    try {
      for await (const part of request.parts()) {
        if (part.type === 'file') files.push(await receive(part.filename, part.file));
      }
      outcomes.push('ok');
      for (const f of files) await intake.discard(f);
      return files;
    } catch (e: any) {
      outcomes.push(e.code);
      for (const f of files) await intake.discard(f);
      reply.code(413);
      return { code: e.code, m: e.message };
    }
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const port = (app.server.address() as any).port;
  const url = `http://127.0.0.1:${port}/up`;
  const send = async (...bs: [string, Buffer][]) => {
    const f = new FormData();
    for (const [n, b] of bs) f.append('files', new Blob([new Uint8Array(b)]), n);
    const t = Date.now();
    const r = await fetch(url, { method: 'POST', body: f });
    return [r.status, (await r.text()).slice(0, 80), Date.now() - t];
  };
  console.log(await send(['a.png', await png()], ['b.pdf', pdf()]));
  console.log('big', await send(['a.png', await png()], ['b.pdf', Buffer.alloc(4.5 * MIB, 'x')], ['c.pdf', pdf()]));
  console.log('bigger', await send(['a.png', await png()], ['b.pdf', Buffer.alloc(20 * MIB, 'x')], ['c.pdf', pdf()]));
  console.log('bad', await send(['a.png', pdf()], ['b.pdf', Buffer.alloc(3 * MIB, 'x')]));
  console.log('again', await send(['a.png', await png()]));
  // abort
  await new Promise<void>((resolve) => {
    const s = net.connect(port, '127.0.0.1', () => {
      s.write(
        'POST /up HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=B\r\ncontent-length: 100000\r\n\r\n--B\r\ncontent-disposition: form-data; name="files"; filename="x.png"\r\ncontent-type: image/png\r\n\r\n' +
          'x'.repeat(5000),
      );
      setTimeout(() => {
        s.destroy();
        resolve();
      }, 200);
    });
  });
  await new Promise((r) => setTimeout(r, 500));
  console.log(outcomes, keptFiles());
  await app.close();
});
