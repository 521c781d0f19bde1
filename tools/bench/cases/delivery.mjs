import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../support/workspace.mjs';
import { coordinators, employees, tenantId } from '../data/dataset.mjs';
import { memoryOf } from '../measure/cpu.mjs';
import { spread } from '../measure/statistics.mjs';
import { freePort, saysReady, startChild } from '../servers/child.mjs';
import { asOwner } from '../servers/cluster.mjs';
import { call, requestOf, tokenOf } from '../servers/product.mjs';

const SCREENS = 1000;
/** So many tickets are open on two screens: a coordinator's and the requester's. The other screens just listen. */
const WATCHED = 100;
const PER_SECOND = 20;
const CALMS_DOWN_MS = 3000;
/** The first hundred messages compile the code and plan the statements. */
const WARM_SECONDS = 5;

/** From sending to the other screen, with a thousand open; what a screen takes in memory. */
export async function delivery(bench) {
  const { database, product } = await bench.fresh(bench.sizes.middle);
  const bare = await startBareSockets(bench);
  const tickets = await requestersTickets(database);
  const screens = await bench.screens();
  const sample = await sampleEntry(product, tickets[0]);
  const sides = { limit: bareSide(bare, tickets, sample), product: productSide(product, tickets) };
  const results = { limit: [], product: [] };
  const memory = {};
  for (const [name, side] of Object.entries(sides)) {
    memory[name] = await memoryPerScreen(screens, side);
    await measured(screens, side, WARM_SECONDS);
  }
  for (let round = 0; round < bench.pace.rounds; round++)
    for (const [name, side] of Object.entries(sides))
      results[name].push(...(await measured(screens, side, bench.pace.seconds)));
  const limit = spread(results.limit);
  const ours = spread(results.product);
  const rss = memoryOf(product.pid) / 1e6;
  await screens.stop();
  await bare.stop();
  const name = `sent → on the other screen, ${SCREENS} sockets`;
  return [
    { name: `${name}, p50`, limit, product: ours, value: ours.p50, unit: 'ms', target: 5 },
    { name: `${name}, p99`, limit, product: ours, value: ours.p99, unit: 'ms', target: 50 },
    {
      name: `memory per socket (limit ${(memory.limit / 1000).toFixed(1)} kB)`,
      value: memory.product / 1000,
      unit: 'kB',
      target: 25,
    },
    { name: `API's memory with ${SCREENS} sockets`, value: rss, unit: 'MB', target: 200, digits: 0 },
  ];
}

const ask = async (screens, order) => {
  const answer = await screens.ask(order);
  if (answer?.failed) throw new Error(answer.failed);
  return answer;
};

/** Leaves the side's screens connected. */
async function memoryPerScreen(screens, { pid, url, screens: wanted }) {
  // The first connections load code and grow pools.
  await ask(screens, { connect: { url, screens: wanted.slice(0, 50) } });
  await sleep(CALMS_DOWN_MS);
  const before = memoryOf(pid);
  await ask(screens, { connect: { url, screens: wanted.slice(50) } });
  await sleep(CALMS_DOWN_MS);
  return (memoryOf(pid) - before) / (wanted.length - 50);
}

async function measured(screens, { messages }, seconds) {
  const { milliseconds, lost } = await ask(screens, {
    send: { messages: messages(seconds * PER_SECOND), perSecond: PER_SECOND },
  });
  if (lost > 0) throw new Error(`${lost} messages never arrived`);
  return milliseconds;
}

let serial = 0;
const messagesOf = (tickets, requestFor) => (count) =>
  Array.from({ length: count }, (_, at) => {
    const ticket = tickets[at % WATCHED];
    const clientId = `bench-${process.pid}-${++serial}`;
    return { clientId, ticketId: ticket.id, request: requestFor(ticket, clientId) };
  });

/** The coordinator's screens and the requester's own, in pairs on one ticket; then requesters alone. */
function screensOn(tickets, authFor) {
  const watched = tickets.slice(0, WATCHED);
  const desk = watched.map((ticket, at) => ({
    ticketId: ticket.id,
    auth: authFor(coordinators[at % coordinators.length], ticket),
  }));
  const theirs = Array.from({ length: SCREENS - WATCHED }, (_, at) => {
    const ticket = tickets[at % tickets.length];
    return { ticketId: ticket.id, auth: authFor(employees[ticket.requester], ticket) };
  });
  return [...desk, ...theirs];
}

function productSide(product, tickets) {
  const requestFor = ({ id }, clientId) => {
    const body = { body: '<p>A new toner is on its way, please try again after lunch.</p>', clientId };
    const {
      isIndividual: _,
      headers,
      ...request
    } = requestOf(product, coordinators[serial % 50], 'POST', `/tickets/${id}/messages`, body);
    return { ...request, headers: { ...headers, 'idempotency-key': clientId } };
  };
  return {
    pid: product.pid,
    url: product.url,
    screens: screensOn(tickets, (person) => ({ token: tokenOf(person) })),
    messages: messagesOf(tickets, requestFor),
  };
}

/** The same two pushes with the same content, to as many sockets in the same rooms. */
function bareSide(bare, tickets, entry) {
  const room = ({ id }) => `ticket:${id}`;
  const requestFor = (ticket, clientId) => {
    const payload = { ...entry, entry: { ...entry.entry, message: { ...entry.entry.message, clientId } } };
    const changed = { ticketId: ticket.id, version: 7, changed: ['lastReplyById', 'lastReplyAt'] };
    const pushes = [
      { rooms: [room(ticket)], event: 'timeline.appended', payload },
      { rooms: ['desk', employees[ticket.requester].id], event: 'ticket.changed', payload: changed },
    ];
    return { url: `${bare.url}/send`, method: 'POST', body: JSON.stringify(pushes) };
  };
  const authFor = (person, ticket) => ({
    rooms: [room(ticket), person.id, ...(person.role === 'employee' ? [] : ['desk'])],
  });
  return {
    pid: bare.pid,
    url: bare.url,
    screens: screensOn(tickets, authFor),
    messages: messagesOf(tickets, requestFor),
  };
}

async function sampleEntry(product, { id }) {
  const { items } = await call(product, coordinators[0], 'GET', `/tickets/${id}/timeline?limit=50`);
  const entry = items.find(({ message }) => message);
  return { ticketId: id, seq: entry.seq, entry };
}

async function startBareSockets({ scratch }) {
  const port = await freePort();
  const file = join(root, 'tools/bench/servers/bare-sockets.mjs');
  const child = await startChild(file, {
    args: [String(port)],
    logFile: join(scratch, 'bare-sockets.log'),
    isReady: saysReady,
  });
  return { ...child, url: `http://127.0.0.1:${port}` };
}

/** Open or closed lately, of people who have a session; `requester` is the place among those. */
const requestersTickets = ({ ownerUrl }) =>
  asOwner(ownerUrl, async (owner) => {
    const ids = employees.map(({ id }) => id);
    const { rows } = await owner.query(
      `SELECT t.id, array_position($2::uuid[], t.requester_id) - 1 AS requester FROM tickets t
       WHERE t.tenant_id = $1 AND t.requester_id = ANY($2) AND t.status NOT IN ('closed', 'withdrawn') AND t.last_seq > 3
         AND NOT EXISTS (SELECT FROM teams WHERE id = t.team_id AND restricted) ORDER BY t.number DESC LIMIT 500`,
      [tenantId, ids],
    );
    if (rows.length < WATCHED) throw new Error('Too few tickets to open: take a larger size');
    return rows;
  });
