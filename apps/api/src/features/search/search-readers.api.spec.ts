import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { attach, found, search, subjects } from '../../../test/support/searching.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('words nobody wrote', () => {
  it('are corrected to the nearest ones that find something', async () => {
    const { employee, coordinator } = world.acme;
    await world.build.ticket(employee, coordinator, {
      subject: 'Projector flickers',
      description: 'In the auditorium.',
    });
    await world.jobsDone();
    const answer = await search(coordinator, 'projetcor audtiorium');
    expect([answer.correctedTo, subjects(answer)]).toEqual(['projector auditorium', ['Projector flickers']]);
    expect((await search(coordinator, 'projector')).correctedTo).toBeNull();
    expect(await search(coordinator, 'xqzwkj')).toMatchObject({ correctedTo: null, total: 0, items: [] });
  });

  it('are ended by a blank', async () => {
    const { coordinator } = world.acme;
    expect(await search(coordinator, 'projec')).toMatchObject({ correctedTo: null, total: 1 });
    expect(await search(coordinator, 'projecto ')).toMatchObject({ correctedTo: 'projector', total: 1 });
  });

  it('are not corrected to what the reader may not read', async () => {
    const { employee, coordinator, stranger } = world.acme;
    const ticket = await world.build.ticket(employee, coordinator, { subject: 'Desk lamp', description: 'Too dark.' });
    await world.build.message(coordinator, ticket.id, 'Probably embezzlement', true);
    await world.jobsDone();
    expect((await search(coordinator, 'embezlement')).correctedTo).toBe('embezzlement');
    for (const person of [employee, stranger, world.globex.admin])
      expect(await search(person, 'embezlement')).toMatchObject({ correctedTo: null, total: 0, items: [] });
  });
});

describe('who finds what', () => {
  it('an employee finds their own tickets, and never a note: not as a hit, a count, a snippet or a correction', async () => {
    const { employee, coordinator, stranger, insider } = world.acme;
    const ticket = await world.build.ticket(employee, coordinator, { subject: 'Chair squeaks', description: 'Daily.' });
    await world.build.message(coordinator, ticket.id, 'Order a tarantula', true);
    await attach(coordinator, ticket.id, 'tarantula.png', true);
    for (const q of [
      'tarantula',
      'chair tarantula',
      'in:note',
      'in:attachment tarantula',
      'tarant*',
      '-squeaks tarantula',
    ])
      expect({ q, ...(await search(employee, q)) }).toMatchObject({ q, items: [], total: 0, correctedTo: null });
    const { items, total } = await search(employee, 'chair -tarantula');
    expect([items.length, total, items[0]?.matchedIn]).toEqual([1, 1, 'subject']);
    expect(await found(employee, 'chair has:attachment')).toEqual([]);
    expect(await found(insider, 'tarantula')).toEqual(['Chair squeaks']);
    expect(await found(stranger, 'chair')).toEqual([]);
    expect(await found(world.globex.admin, 'chair')).toEqual([]);
  });

  it('a restricted team keeps its tickets, and its notes even from those who see the ticket otherwise', async () => {
    const { admin, coordinator, insider, restrictedTeamId } = world.acme;
    const ticket = await world.build.ticket(coordinator, insider, { subject: 'Bonus question', description: 'Mine.' });
    await admin.client.call(ticketsEndpoints.assign, {
      params: { id: ticket.id },
      body: { assigneeId: null, teamId: restrictedTeamId },
    });
    await world.build.message(insider, ticket.id, 'overdrawn', true);
    const other = await world.build.ticket(world.acme.employee, insider, {
      subject: 'Bonus of Emil',
      teamId: restrictedTeamId,
    });
    expect(await found(admin, 'bonus')).toEqual(['Bonus of Emil', 'Bonus question']);
    expect(await found(insider, 'overdrawn')).toEqual(['Bonus question']);
    expect(await found(coordinator, 'bonus')).toEqual(['Bonus question']);
    expect(await found(coordinator, 'overdrawn')).toEqual([]);
    expect(await found(coordinator, other.number)).toEqual([]);
  });
});

describe('the index', () => {
  it('is current with the commit: edits, and texts no index likes', async () => {
    const { employee, coordinator } = world.acme;
    const ticket = await world.build.ticket(employee, coordinator, { subject: 'Before hippopotamus' });
    await coordinator.client.call(ticketsEndpoints.update, {
      params: { id: ticket.id },
      body: { version: ticket.version, subject: 'After rhinoceros' },
    });
    expect(await found(coordinator, 'hippopotamus')).toEqual([]);
    expect(await found(coordinator, 'rhinoceros')).toEqual(['After rhinoceros']);
    for (const text of [
      'x'.repeat(19_000),
      '🖨️'.repeat(4000),
      '字'.repeat(9000),
      'ب'.repeat(9000),
      `${'word '.repeat(3900)}end`,
    ])
      await world.build.message(coordinator, ticket.id, text);
    await world.build.message(coordinator, ticket.id, 'armadillo');
    expect(await found(coordinator, 'armadillo rhinoceros')).toEqual(['After rhinoceros']);
  });

  it('follows messages through a merge and back, and forgets what was struck out, words and files and all', async () => {
    const { employee, coordinator } = world.acme;
    const from = await world.build.ticket(employee, coordinator, { subject: 'Moving from' });
    const to = await world.build.ticket(employee, coordinator, { subject: 'Moving to' });
    const message = await world.build.message(coordinator, from.id, 'chinchilla hunter2secret');
    await attach(coordinator, from.id, 'dormouse.png');
    await world.jobsDone();
    const both = async () => [await found(coordinator, 'chinchilla'), await found(employee, 'dormouse')];
    expect(await both()).toEqual([['Moving from'], ['Moving from']]);
    const params = { id: from.id };
    await coordinator.client.call(relationsEndpoints.merge, { params, body: { intoId: to.id } });
    expect(await both()).toEqual([['Moving to'], ['Moving to']]);
    await coordinator.client.call(relationsEndpoints.unmerge, { params });
    expect(await both()).toEqual([['Moving from'], ['Moving from']]);
    const { status } = await coordinator.client.call(conversationEndpoints.redact, {
      params: { id: from.id, messageId: message.id },
      body: {},
    });
    expect([status, await found(coordinator, 'chinchilla')]).toEqual([200, []]);
    await world.jobsDone();
    const left = await world.sql(`SELECT word FROM search_words WHERE word IN ('chinchilla', 'hunter2secret')`);
    expect(left).toEqual([]);
  });
});
