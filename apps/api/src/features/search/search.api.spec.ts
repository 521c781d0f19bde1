import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { attach, found, search } from '../../../test/support/searching.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('what is found', () => {
  let printerId: string;
  beforeAll(async () => {
    const { employee, coordinator, admin, categoryId, teamId } = world.acme;
    const printer = await world.build.ticket(employee, coordinator, {
      subject: 'Printer on the third floor',
      description: 'It shows a paper jam, and there is no paper in it.',
      categoryId,
      status: 'in_progress',
    });
    printerId = printer.id;
    await world.build.message(coordinator, printer.id, 'Did you open the café tray? See INV_77041.');
    await world.build.message(coordinator, printer.id, 'The requester kicked the gearwheel', true);
    await attach(employee, printer.id, 'smoking-roller.png');
    await attach(coordinator, printer.id, 'secret-invoice.png', true);
    const vpn = await world.build.ticket(admin, coordinator, {
      subject: 'VPN is slow',
      description: 'Paper is patient, my printer is not; the tunnel jams.',
      priority: 'urgent',
      tags: ['vpn'],
      teamId,
      assignee: coordinator,
      status: 'in_progress',
    });
    await world.build.message(admin, vpn.id, 'Emoji 🖨️, 打印机坏了, الطابعة معطلة');
  });

  const printer = 'Printer on the third floor';
  const vpn = 'VPN is slow';

  it.each([
    ['printer', [printer, vpn]],
    ['PRINT', [printer, vpn]],
    ['prin*', [printer, vpn]],
    ['"paper jam"', [printer]],
    ['"jam paper"', []],
    ['cafe', [printer]],
    ['77041', [printer]],
    ['inv_77041', [printer]],
    ['floor tray', [printer]],
    ['floor tunnel', []],
    ['smoking roller', [printer]],
    ['gearwheel', [printer]],
    ['secret', [printer]],
    ['printer -tunnel', [printer]],
    ['printer -"third floor"', [vpn]],
    ['打印机坏了', [vpn]],
    ['معطلة', [vpn]],
    ['status:in_progress printer', [printer, vpn]],
    ['status:open', []],
    ['-status:in_progress', []],
    ['priority:urgent', [vpn]],
    ['-priority:urgent printer', [printer]],
    ['tag:vpn', [vpn]],
    ['-tag:vpn', [printer]],
    ['from:"Emil Asker"', [printer]],
    ['from:ada', [vpn]],
    ['from:emil.asker.acme@acme.test', [printer]],
    ['assignee:me', [printer, vpn]],
    ['assignee:none', []],
    ['assignee:cora', [printer, vpn]],
    ['team:"it support"', [printer, vpn]],
    ['category:hardware', [printer]],
    ['category:none', [vpn]],
    ['has:attachment', [printer]],
    ['-has:attachment', [vpn]],
    ['in:note gearwheel', [printer]],
    ['in:note', [printer]],
    ['in:message gearwheel', []],
    ['in:subject 1', []],
    ['in:subject printer', [printer]],
    ['in:attachment smoking', [printer]],
    ['-in:subject printer', [vpn]],
    ['created>2020-01-01', [printer, vpn]],
    ['created<2020-01-01', []],
    ['before:2020-01-01', []],
    ['after:2020-01-01', [printer, vpn]],
    ['updated>=2020-01-01', [printer, vpn]],
    ['!!! &|', []],
  ])('%s', async (q, expected) => {
    expect(await found(world.acme.coordinator, q)).toEqual(expected);
  });

  it('by its number, with the prefix or without', async () => {
    const { number } = (await world.acme.admin.client.call(ticketsEndpoints.get, { params: { id: printerId } })).body;
    for (const q of [number, number.toLowerCase(), number.replace('ACME-', '')]) {
      const { items } = await search(world.acme.coordinator, q);
      expect(items[0]).toMatchObject({ ticket: { id: printerId }, matchedIn: 'number' });
    }
    expect(await found(world.acme.coordinator, number.replace('ACME', 'GLBX'))).toEqual([]);
  });

  it('ranks a subject over a description over a message, and the very word over its beginning', async () => {
    const { employee, coordinator } = world.acme;
    const make = (subject: string, description = 'Nothing.') =>
      world.build.ticket(employee, coordinator, { subject, description });
    const inMessage = await make('Rank D');
    await world.build.message(coordinator, inMessage.id, 'zebra');
    await make('Rank B zebracrossing');
    await make('Rank C', 'a zebra');
    await make('Rank A zebra');
    const { items, total } = await search(coordinator, 'zebra');
    expect(items.map(({ ticket, matchedIn }) => [ticket.subject, matchedIn])).toEqual([
      ['Rank A zebra', 'subject'],
      ['Rank B zebracrossing', 'subject'],
      ['Rank C', 'description'],
      ['Rank D', 'message'],
    ]);
    expect(total).toBe(4);
  });

  it('shows the best place with its matches marked', async () => {
    const { items } = await search(world.acme.coordinator, 'paper jam printer -tunnel');
    expect(items[0]).toMatchObject({
      matchedIn: 'description',
      snippet: 'It shows a \u0001paper\u0002 \u0001jam\u0002, and there is no \u0001paper\u0002 in it.',
    });
    const { items: notes } = await search(world.acme.coordinator, 'gearwheel');
    expect(notes[0]).toMatchObject({ matchedIn: 'note', snippet: 'The requester kicked the \u0001gearwheel\u0002' });
  });

  it('says what it could not follow', async () => {
    const { coordinator } = world.acme;
    const problems = async (q: string) =>
      (await search(coordinator, q)).problems.map(({ code, operator }) => [code, operator]);
    expect(await problems('printer colour:red')).toEqual([['unknown_operator', 'colour']]);
    expect(await problems('status:opne')).toEqual([['unknown_value', 'status']]);
    expect(await problems('from:nobodyatall')).toEqual([['unknown_value', 'from']]);
    expect(await problems('printer team:')).toEqual([['missing_value', 'team']]);
    expect(await problems('from:emil printer')).toEqual([]);
    expect((await search(coordinator, 'status:opne printer')).total).toBe(0);
  });

  it.each([
    "'; DROP TABLE tickets; --",
    "printer' | 'x",
    'printer & !paper',
    '((((',
    '\\',
    "'':*",
    'a:*&b',
    '%_%',
    '\u0001\u0002',
    '<->',
    ':*',
    '*:',
    'a '.repeat(100),
  ])('takes %j for what it is: text', async (q) => {
    await search(world.acme.coordinator, q);
    await search(world.acme.employee, q);
  });
});
