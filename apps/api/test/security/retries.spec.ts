import { readdirSync } from 'node:fs';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { pdf, png } from '../support/files.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const bytesKept = () =>
  readdirSync(world.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const countOf = async (table: string) =>
  Number((await world.sql<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);

/** The bytes must be the same each time, or it is another request. */
let shot: Buffer;
beforeAll(async () => {
  shot = await png(60, 40);
});

function files(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('files', new Blob([new Uint8Array(shot)]), 'shot.png');
  form.append('files', new Blob([new Uint8Array(pdf())]), 'report.pdf');
  return form;
}

/** What each POST under one key may make, however often and at once it is sent. */
const CASES: [string, AnyEndpoint, string, (ticketId: string) => object][] = [
  [
    'a ticket with files',
    ticketsEndpoints.create,
    'tickets',
    () => ({ form: files({ subject: 'Once', description: 'x' }) }),
  ],
  ['an upload', filesEndpoints.upload, 'attachments', () => ({ form: files() })],
  [
    'a message with files',
    conversationEndpoints.send,
    'messages',
    (id) => ({ params: { id }, form: files({ body: 'Once' }) }),
  ],
  [
    'a note',
    conversationEndpoints.send,
    'messages',
    (id) => ({ params: { id }, body: { body: 'Once', internal: true } }),
  ],
  [
    'an invitation',
    usersEndpoints.invite,
    'users',
    () => ({ body: { name: 'Ida', email: 'ida@acme.test', role: 'employee' } }),
  ],
];

const MADE: Record<string, number> = { attachments: 2 };
it.each(CASES)(
  '%s is made once under one key, and leaves nothing of the other tries',
  async (title, endpoint, table, input) => {
    const { admin, employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const send = () =>
      admin.client.call(endpoint, {
        ...input(id),
        headers: { 'idempotency-key': `retry ${title}`.replaceAll(' ', '-') },
      });
    const before = await countOf(table);
    const first = await send();
    expect(first.status).toBe(201);
    const bytes = bytesKept();
    const again = await Promise.all(Array.from({ length: 8 }, send));
    for (const answer of again) expect([answer.status, answer.body]).toEqual([201, first.body]);
    expect(await countOf(table)).toBe(before + (MADE[table] ?? 1));
    expect(bytesKept()).toBe(bytes);
  },
);
