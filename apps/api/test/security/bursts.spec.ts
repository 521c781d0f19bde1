import { connect, type Socket } from 'node:net';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

it('a burst far beyond the connection pool is served to the last request, and numbers stay gap-free', async () => {
  const { employee, stranger, coordinator, insider } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const other = await world.build.ticket(stranger, insider, { status: 'in_progress' });
  const askers = [employee, stranger, coordinator, insider];
  const answers = await Promise.all([
    ...times(60, (n) => {
      const body = { subject: `Burst ${n}`, description: 'All at once' };
      return askers[n % 4]?.client.call(ticketsEndpoints.create, { body });
    }),
    ...times(40, (n) => {
      const params = { id: n % 2 ? id : other.id };
      return coordinator.client.call(conversationEndpoints.send, { params, body: { body: `Burst ${n}` } });
    }),
    ...times(40, (n) => askers[n % 4]?.client.call(ticketsEndpoints.list)),
  ]);
  const statuses = answers.map((answer) => answer?.status);
  expect([...new Set(statuses)].sort()).toEqual([200, 201]);
  const rows = await world.sql<{ number: number }>('SELECT number FROM tickets WHERE tenant_id = $1 ORDER BY number', [
    world.acme.tenant.id,
  ]);
  expect(rows.map(({ number }) => number)).toEqual(times(62, (n) => n + 1));
});

it('hundreds of silent connections and half-sent requests keep nobody from being served', async () => {
  const { port, hostname } = new URL(world.url);
  const open: Socket[] = await Promise.all(
    times(500, (n) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      return new Promise<Socket>((resolve) =>
        socket.once('connect', () => {
          if (n % 2) socket.write('POST /api/tickets HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n');
          resolve(socket);
        }),
      );
    }),
  );
  const started = performance.now();
  for (let n = 0; n < 10; n++) expect((await world.acme.employee.client.call(ticketsEndpoints.list)).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(10_000);
  for (const socket of open) socket.destroy();
});
