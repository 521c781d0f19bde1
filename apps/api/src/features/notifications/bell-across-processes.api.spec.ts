import { Live, until } from '../../../test/support/live.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { startWorld, type World } from '../../../test/support/world.js';

let web: World;
let worker: TestApp;
beforeAll(async () => {
  web = await startWorld({ ROLE: 'web' });
  worker = await startTestApp({ ROLE: 'worker', DATABASE_URL: web.appUrl, DATABASE_OWNER_URL: web.ownerUrl });
});
afterAll(async () => {
  await worker.stop();
  await web.stop();
});

it('a bell that the worker rings is heard by those whom another process serves', async () => {
  const { employee, coordinator } = web.acme;
  const { id } = await web.build.ticket(employee, coordinator);
  const live = await Live.connect(web.url, employee.token);
  await web.build.message(coordinator, id, 'On my way');
  await until(() => live.of('notification.created').length > 0, 15_000);
  expect(live.of('notification.created').map(({ notification, unread }) => [notification.ticket.id, unread])).toEqual([
    [id, 1],
  ]);
  live.close();
});
