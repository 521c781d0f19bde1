import { Desk } from '../../../test/support/desk.js';
import { Build, type Person } from '../../../test/support/factories.js';
import { Live, quiet } from '../../../test/support/live.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let build: Build;
beforeAll(async () => {
  app = await startTestApp();
  build = new Build(app);
});
afterAll(() => app.stop());

const open = (size: number, mode?: Parameters<typeof Desk.open>[3]) => Desk.open(app, build, size, mode);

describe('what those who ask never see', () => {
  it('is anything of skills, availability, decisions or that nobody was found', async () => {
    const desk = await open(2);
    const [one, two] = desk.people as [Person, Person];
    const skillId = await desk.skill('Clairvoyance');
    await desk.profile(one, { skills: [{ skillId, level: 5 }] });
    await desk.needs(desk.categoryId, [{ skillId, level: 4 }]);
    const live = await Live.connect(app.url, desk.employee.token);
    const given = await desk.drop();
    await live.join(given.id);
    await app.jobsDone();
    await desk.is(one, 'away');
    const waits = await desk.drop();
    await live.join(waits.id);
    await app.jobsDone();
    await desk.is(one, 'online');
    await app.jobsDone();
    await quiet();
    const seen: unknown[] = [live.heard];
    const paths = [
      '/api/categories',
      '/api/changes?after=0',
      '/api/notifications',
      '/api/tickets',
      '/api/me',
      '/api/auth/me',
    ];
    for (const { id } of [given, waits])
      paths.push(`/api/tickets/${id}`, `/api/tickets/${id}/timeline`, `/api/tickets/${id}/messages`);
    for (const path of paths) seen.push((await desk.employee.client.raw('GET', path)).body);
    seen.push(await app.sql('SELECT subject, text, html FROM mails WHERE recipient = $1', [desk.employee.email]));
    const text = JSON.stringify(seen);
    live.close();
    for (const secret of ['Clairvoyance', skillId, 'nobody_', 'assignment.waiting', 'availability', 'capacity', two.id])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    expect(text).toContain(one.id);
    for (const path of [
      `/api/tickets/${given.id}/assignment`,
      '/api/skills',
      '/api/work-profiles',
      '/api/me/work-profile',
      '/api/assignment/waiting',
      '/api/teams',
    ])
      expect([path, (await desk.employee.client.raw('GET', path)).status]).toEqual([path, 403]);
  });

  it('is more than one mail and one live word about who has it', async () => {
    const desk = await open(1);
    const live = await Live.connect(app.url, desk.employee.token);
    await desk.is(desk.people[0]!, 'away');
    const { id } = await desk.ask();
    await live.join(id);
    live.heard.length = 0;
    await desk.is(desk.people[0]!, 'online');
    await app.jobsDone();
    await quiet();
    expect(live.of('timeline.appended').filter(({ entry }) => entry.type === 'ticket.assigned')).toHaveLength(1);
    const mails = await app.sql<{ template: string }>('SELECT template FROM mails WHERE recipient = $1 ORDER BY id', [
      desk.employee.email,
    ]);
    expect(mails.map(({ template }) => template)).toEqual(['ticket.received', 'ticket.with_person']);
    live.close();
  });
});
