import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { filesEndpoints as endpoints } from '@baton/contracts/files/files.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { jpeg, jpegBomb, pdf, png, pngBomb, zip } from '../../../test/support/files.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

function formOf(
  files: [name: string, content: Buffer, type?: string][],
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content, type] of files) form.append('files', new Blob([new Uint8Array(content)], { type }), name);
  return form;
}
const upload = (person: Person, ...files: [string, Buffer, string?][]) =>
  person.client.call(endpoints.upload, { form: formOf(files) });
const download = (person: Person, id: string, query = '') =>
  fetch(`${world.url}/api/attachments/${id}/download${query}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
const statusOf = async (person: Person, id: string) => (await download(person, id)).status;

/** How many files lie in the data folder, in whatever depth. */
const bytesKept = () =>
  readdirSync(world.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const rowsKept = async () => Number((await world.sql<{ count: string }>('SELECT count(*) FROM attachments'))[0]?.count);
const kept = async () => [bytesKept(), await rowsKept()];

describe('files of a ticket', () => {
  it('come with it in one request, and go out as they came', async () => {
    const { employee, coordinator, stranger } = world.acme;
    const document = pdf();
    const files: [string, Buffer][] = [
      ['screen shot.png', await png(800, 600)],
      ['Bericht – März.pdf', document],
    ];
    const form = formOf(files, { subject: 'With files', description: 'See there' });
    const { status, body } = await employee.client.call(ticketsEndpoints.create, { form });
    expect(status).toBe(201);
    expect(body.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['screen shot.png', 'image/png'],
      ['Bericht – März.pdf', 'application/pdf'],
    ]);
    const [picture, report] = body.attachments.map(({ id }) => id) as [string, string];

    const image = await download(employee, picture);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('content-disposition')).toMatch(/^inline; filename="screen shot.png"/);
    const paper = await download(coordinator, report);
    expect(paper.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Bericht _ M_rz.pdf"; filename\*=UTF-8''Bericht%20%E2%80%93/,
    );
    for (const { headers } of [image, paper]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('cache-control')).toContain('private');
    }
    const received = Buffer.from(await paper.arrayBuffer());
    expect(createHash('sha256').update(received).digest('hex')).toBe(
      createHash('sha256').update(document).digest('hex'),
    );

    const thumbnail = await download(employee, picture, '?thumbnail=true');
    expect(thumbnail.headers.get('content-type')).toBe('image/webp');
    expect((await thumbnail.arrayBuffer()).byteLength).toBeLessThan(100_000);
    for (const person of [stranger, world.globex.admin]) expect(await statusOf(person, picture)).toBe(404);
    expect((await fetch(`${world.url}/api/attachments/${picture}/download`)).status).toBe(401);
  });

  it('are hidden with the note they hang on, and again with the ticket when it moves', async () => {
    const { employee, coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const params = { id };
    const form = () => formOf([['proof.png', Buffer.from(PIXEL)]], { internal: 'true' });
    const note = await coordinator.client.call(endpoints.add, { params, form: form() });
    const secret = note.body.items[0]?.id as string;
    expect([await statusOf(coordinator, secret), await statusOf(employee, secret)]).toEqual([200, 404]);
    const refused = await employee.client.call(endpoints.add, { params, form: form() });
    expect(refused.status).toBe(403);
    const open = await employee.client.call(endpoints.add, {
      params,
      form: formOf([['mine.png', Buffer.from(PIXEL)]]),
    });
    const shared = open.body.items[0]?.id as string;
    expect(await statusOf(coordinator, shared)).toBe(200);
    await coordinator.client.call(ticketsEndpoints.assign, { params, body: { assigneeId: null, teamId } });
    expect([await statusOf(coordinator, shared), await statusOf(insider, secret)]).toEqual([404, 200]);
  });

  it('can be uploaded ahead, then belong to whoever uploaded them until one message takes them', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const id = (await upload(employee, ['ahead.pdf', pdf()])).body.items[0]?.id as string;
    expect([await statusOf(employee, id), await statusOf(stranger, id), await statusOf(coordinator, id)]).toEqual([
      200, 404, 404,
    ]);
    const create = (person: Person) =>
      person.client.call(ticketsEndpoints.create, {
        body: { subject: 'Taking', description: 'it', attachmentIds: [id] },
      });
    expect((await create(stranger)).status).toBe(404);
    expect((await stranger.client.call(endpoints.discard, { params: { id } })).status).toBe(404);
    expect((await create(employee)).body.attachments[0]?.id).toBe(id);
    expect((await create(employee)).status).toBe(404);
    expect((await employee.client.call(endpoints.discard, { params: { id } })).status).toBe(404);
    expect(await statusOf(coordinator, id)).toBe(200);
  });

  it('are deleted when discarded, or unused for a day', async () => {
    const before = await kept();
    const { employee } = world.acme;
    const id = (await upload(employee, ['a.pdf', pdf()])).body.items[0]?.id as string;
    await employee.client.call(endpoints.discard, { params: { id } });
    expect(await kept()).toEqual(before);
    await upload(employee, ['b.pdf', pdf()], ['c.png', await png(60, 40)]);
    const sweep = () => world.app.get(JobQueue).recurring.get('sweep_unused_files')?.handle(world.acme.tenant.id);
    await sweep();
    expect((await kept())[1]).toBe((before[1] ?? 0) + 2);
    await world.sql(`UPDATE attachments SET created_at = now() - interval '25 hours' WHERE ticket_id IS NULL`);
    await sweep();
    expect(await kept()).toEqual(before);
  });
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('a refused upload says why and leaves nothing', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const cases: [string, () => Promise<[string, Buffer, string?][]>, number, string][] = [
    ['HTML named PNG', async () => [['x.png', html, 'image/png']], 415, 'file.type_not_allowed'],
    ['SVG', async () => [['x.svg', svg, 'image/svg+xml']], 415, 'file.type_not_allowed'],
    ['SVG named JPEG', async () => [['x.jpg', svg, 'image/jpeg']], 415, 'file.type_not_allowed'],
    ['a PNG named PDF', async () => [['x.pdf', PIXEL, 'application/pdf']], 415, 'file.type_mismatch'],
    ['a double extension', async () => [['x.png.html', PIXEL]], 415, 'file.type_mismatch'],
    ['a program', async () => [['x.exe', Buffer.from('MZ\x90\0')]], 415, 'file.type_not_allowed'],
    ['an archive', async () => [['x.zip', zip()]], 415, 'file.type_not_allowed'],
    ['nothing', async () => [['x.png', Buffer.alloc(0)]], 400, 'file.empty'],
    ['half a picture', async () => [['x.png', (await png(300, 300)).subarray(0, 5000)]], 400, 'file.damaged'],
    ['a decompression bomb', async () => [['x.png', await pngBomb()]], 413, 'file.too_large'],
    ['a lying JPEG', async () => [['x.jpg', jpegBomb(await jpeg(64, 64))]], 413, 'file.too_large'],
    [
      'a good file beside a bad one',
      async () => [
        ['ok.png', PIXEL],
        ['x.html', html],
      ],
      415,
      'file.type_not_allowed',
    ],
    [
      'eleven files',
      async () => Array.from({ length: 11 }, () => ['x.png', PIXEL] as [string, Buffer]),
      400,
      'file.too_many',
    ],
    ['more than 4 MB', async () => [['x.pdf', Buffer.concat([pdf(), Buffer.alloc(4_200_000)])]], 413, 'file.too_large'],
  ];

  it.each(cases)('%s', async (_case, make, status, code) => {
    const files = await make();
    const before = await kept();
    const { employee } = world.acme;
    for (const send of [
      () => upload(employee, ...files),
      () =>
        employee.client.call(ticketsEndpoints.create, {
          form: formOf(files, { subject: 'Refused', description: 'x' }),
        }),
    ]) {
      const started = performance.now();
      const answer = await send();
      expect([answer.status, answer.error.code]).toEqual([status, code]);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
    expect(await kept()).toEqual(before);
    expect(await world.sql(`SELECT FROM tickets WHERE subject = 'Refused'`)).toEqual([]);
  });

  it('a good file of a ticket or message that is refused', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const before = await kept();
    const files: [string, Buffer][] = [['ok.png', PIXEL]];
    const bad = await employee.client.call(ticketsEndpoints.create, {
      form: formOf(files, { subject: 'x', description: 'x' }),
    });
    const foreign = await world.acme.stranger.client.call(conversationEndpoints.send, {
      params: { id },
      form: formOf(files, { body: 'Hello' }),
    });
    expect([bad.status, foreign.status]).toEqual([400, 404]);
    expect(await kept()).toEqual(before);
  });

  it('files in another field, fields beside them that do not belong, and an upload of none', async () => {
    const before = await kept();
    const { client } = world.acme.employee;
    const other = new FormData();
    other.append('file', new Blob([new Uint8Array(PIXEL)]), 'x.png');
    for (const form of [other, formOf([['x.png', PIXEL]], { tenantId: 'x' }), formOf([])]) {
      const answer = await client.call(endpoints.upload, { form });
      expect([answer.status, answer.error.code]).toEqual([400, 'request.invalid']);
    }
    expect(await kept()).toEqual(before);
  });

  it('100 MB that claim to be a picture are cut off', async () => {
    const before = await kept();
    const boundary = 'xxxxxxxx';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="x.pdf"\r\n\r\n%PDF-1.4\n`;
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const status = await new Promise<number | string>((resolve) => {
      const outgoing = request(`${world.url}/api/attachments`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.acme.employee.token}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
      });
      outgoing.on('response', (response) => resolve(response.statusCode ?? 0));
      outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      outgoing.write(head);
      const more = () => {
        if (outgoing.destroyed || ++sent > 100) return outgoing.end(`\r\n--${boundary}--\r\n`);
        outgoing.write(chunk, () => setImmediate(more));
      };
      more();
    });
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(status);
    expect(await kept()).toEqual(before);
  });
});

describe('names', () => {
  it.each([
    ['../../../etc/passwd.png', 'passwd.png'],
    ['..\\..\\boot.png', 'boot.png'],
    ['a\u0000b.png', 'ab.png'],
    ['<img src=x onerror=alert(1)>.png', undefined],
    ['"; filename="evil.html', undefined],
    ['line\r\nbreak: x.png', undefined],
    ['\u202egnp.exe.png', undefined],
    [`${'x'.repeat(400)}.png`, undefined],
  ])('%j never reaches the disk, a header or a path', async (name, expected) => {
    const { employee } = world.acme;
    const answer = await upload(employee, [name, PIXEL]);
    if (answer.status !== 201) return expect([400, 415]).toContain(answer.status);
    const [file] = answer.body.items;
    expect(file?.name).not.toMatch(/[\p{Cc}\u202a-\u202e/\\]/u);
    expect(Buffer.byteLength(file?.name ?? '')).toBeLessThanOrEqual(255);
    if (expected) expect(file?.name).toBe(expected);
    const response = await download(employee, file?.id as string);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    const stored = readdirSync(world.dataDir, { recursive: true }) as string[];
    expect(stored.filter((path) => /passwd|boot|evil|onerror|xxx/.test(path))).toEqual([]);
  });
});
