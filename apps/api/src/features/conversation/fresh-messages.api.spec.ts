import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

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
