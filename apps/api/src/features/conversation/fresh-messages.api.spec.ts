import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type {
  MessageResponse,
  TimelineEntryResponse,
  TimelineResponse,
} from '@baton/contracts/conversation/conversation.response';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { mergingIn } from '../../../test/support/merging.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { merge, ticketOf } = mergingIn(() => world);

/** What several people hear says nothing of what each of them may do. */
const heardBySeveral = (entry: TimelineEntryResponse): TimelineEntryResponse => ({
  ...entry,
  message: entry.message && { ...entry.message, can: null },
});

it('what is answered and shown without being read again is what a later reader gets', async () => {
  const { employee, coordinator, admin } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'waiting' });
  const screens = await Promise.all([employee, admin].map((person) => Live.connect(world.url, person.token)));
  for (const screen of screens) await screen.join(id);
  const timelineOf = async ({ client }: Person) => {
    const { body } = await client.call(conversationEndpoints.timeline, { params: { id }, query: {} });
    return (body as { items: TimelineEntryResponse[] }).items;
  };
  const known = (await timelineOf(admin)).length;
  // A note between the two, so that the numberings part; the requester's reply moves the ticket as well.
  const messages: [Person, object][] = [
    [coordinator, { body: '<p>A <b>new</b> one &amp; soon</p>', clientId: 'one' }],
    [coordinator, { body: 'Between us', internal: true, mentions: [admin.id] }],
    [employee, { body: 'Thanks' }],
  ];
  for (const [author, body] of messages) {
    const { body: answer } = await author.client.call(conversationEndpoints.send, { params: { id }, body });
    const read = (await timelineOf(author)).find(({ message }) => message?.id === (answer as { id: string }).id);
    expect(answer).toEqual(read?.message);
  }
  for (const [at, person] of [employee, admin].entries()) {
    const screen = screens[at]!;
    const written = (await timelineOf(person)).slice(person === admin ? known : undefined).filter((e) => e.message);
    const shown = () =>
      screen
        .of('timeline.appended')
        .map(({ entry }) => entry)
        .filter(({ message }) => message);
    await until(() => shown().length === written.length);
    expect(shown()).toEqual(written.map(heardBySeveral));
    screen.close();
  }
});

describe('the answer to a message is what its reader gets', () => {
  const answered = async (author: Person, id: string, body: object, ticketId = id) => {
    const { body: answer } = await author.client.call(conversationEndpoints.send, { params: { id }, body });
    const { followUp, mergedInto, ...message } = answer as MessageResponse;
    const where = { params: { id: followUp?.id ?? ticketId }, query: {} };
    const { items } = (await author.client.call(conversationEndpoints.timeline, where)).body as TimelineResponse;
    const read = items.find((entry) => entry.message?.id === message.id)?.message;
    expect({ ...message, followUp: null, mergedInto: null }).toEqual(read);
    return { followUp, mergedInto };
  };

  it('with changes, also to another team', async () => {
    const { employee, coordinator, teamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
    await answered(coordinator, id, { body: 'Soon', changes: { status: 'waiting', priority: 'high', teamId } });
    await answered(coordinator, id, { body: 'Done', changes: { status: 'resolved' } });
  });

  it('in a follow-up', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'closed' });
    const { followUp } = await answered(employee, id, { body: 'Again' });
    expect(followUp).not.toBeNull();
  });

  it('in the ticket that another was merged into', async () => {
    const { employee, coordinator } = world.acme;
    const [into, id] = [await ticketOf(employee), await ticketOf(employee)].map((ticket) => ticket.id) as [
      string,
      string,
    ];
    await merge(id, into);
    for (const author of [employee, coordinator])
      expect((await answered(author, id, { body: 'Still here' }, into)).mergedInto?.id).toBe(into);
  });
});

it('many messages at once are heard in order, each once, by everybody', async () => {
  const { employee, coordinator, admin } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const screens = await Promise.all([employee, admin].map((person) => Live.connect(world.url, person.token)));
  for (const screen of screens) await screen.join(id);
  const timelineOf = async ({ client }: Person) =>
    ((await client.call(conversationEndpoints.timeline, { params: { id }, query: {} })).body as TimelineResponse).items;
  const [ofEmployee, ofAdmin] = [(await timelineOf(employee)).length, (await timelineOf(admin)).length];
  const bodies = Array.from({ length: 40 }, (_message, n) => ({ body: `Number ${n}`, internal: n % 3 === 0 }));
  await Promise.all(
    bodies.map(({ body, internal }, n) => {
      const author = internal ? admin : [employee, coordinator][n % 2]!;
      return author.client.call(conversationEndpoints.send, { params: { id }, body: { body, internal } });
    }),
  );
  for (const [screen, person, known] of [
    [screens[0]!, employee, ofEmployee],
    [screens[1]!, admin, ofAdmin],
  ] as const) {
    const written = (await timelineOf(person)).slice(known);
    const shown = () => screen.of('timeline.appended').map(({ entry }) => entry);
    await until(() => shown().length >= written.length);
    expect(shown()).toEqual(written.map(heardBySeveral));
    screen.close();
  }
});

it('a note that takes its ticket to a restricted team is not heard by who may not see it there', async () => {
  const { employee, coordinator, admin, insider, restrictedTeamId } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const screens = await Promise.all([coordinator, admin].map((person) => Live.connect(world.url, person.token)));
  for (const screen of screens) await screen.join(id);
  const changes = { teamId: restrictedTeamId, assigneeId: insider.id };
  const body = { body: 'About their salary', internal: true, changes };
  expect((await admin.client.call(conversationEndpoints.send, { params: { id }, body })).status).toBe(201);
  const heardOf = (screen: Live) => screen.of('timeline.appended').map(({ entry }) => entry.message?.text);
  await until(() => heardOf(screens[1]!).includes('About their salary'));
  expect(heardOf(screens[0]!)).not.toContain('About their salary');
  for (const screen of screens) screen.close();
});

it('nor one that is written while those who have the ticket open are told apart', async () => {
  const { employee, coordinator, admin, insider, restrictedTeamId } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const people = [...Array.from({ length: 20 }, () => admin), coordinator];
  const screens = await Promise.all(people.map((person) => Live.connect(world.url, person.token)));
  for (const screen of screens) await screen.join(id);
  const params = { id };
  const moved = admin.client.call(ticketsEndpoints.assign, {
    params,
    body: { teamId: restrictedTeamId, assigneeId: insider.id },
  });
  const isMoved = async () =>
    (await world.sql('SELECT FROM tickets WHERE id = $1 AND team_id = $2', [id, restrictedTeamId])).length > 0;
  while (!(await isMoved())) await new Promise((resolve) => setTimeout(resolve, 1));
  const note = { body: 'About their salary', internal: true };
  expect((await admin.client.call(conversationEndpoints.send, { params, body: note })).status).toBe(201);
  expect((await moved).status).toBe(200);
  const heardOf = (screen: Live) => screen.of('timeline.appended').map(({ entry }) => entry.message?.text);
  await until(() => heardOf(screens[0]!).includes(note.body));
  expect(heardOf(screens.at(-1)!)).not.toContain(note.body);
  for (const screen of screens) screen.close();
});
