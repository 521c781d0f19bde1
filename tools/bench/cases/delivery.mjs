import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../support/workspace.mjs';
import { coordinators, employees, tenantId } from '../data/dataset.mjs';
import { memoryOf } from '../measure/cpu.mjs';
import { record } from '../measure/recordings.mjs';
import { spread } from '../measure/statistics.mjs';
import { freePort, saysReady, startChild } from '../servers/child.mjs';
import { asOwner } from '../servers/cluster.mjs';
import { call, requestOf, tokenOf } from '../servers/product.mjs';

const SCREENS = 1000;
/** So many tickets are open on two screens: a coordinator's and the requester's. The other screens just listen. */
const WATCHED = 100;
const PER_SECOND = 20;
const MESSAGE = { body: '<p>A new toner is on its way, please try again after lunch.</p>' };
const CALMS_DOWN_MS = 3000;
/** The first hundred messages compile the code and plan the statements. */
const WARM_SECONDS = 5;

/**
 * From sending to the other screen, with a thousand open; what a screen takes in memory. Beside it what it takes to hand
 * on without writing anything down, and with the product's statements and nothing else.
 */
export async function delivery(bench) {
  const { database, product } = await bench.fresh(bench.sizes.middle);
  const tickets = await requestersTickets(database);
  const bare = await startBareSockets(bench, database, await recordMessages(bench, database, tickets[0]));
  const screens = await bench.screens();
  const sample = await sampleEntry(product, tickets[0]);
  const sides = {
    limit: bareSide(bare, tickets, sample, false),
    kept: bareSide(bare, tickets, sample, true),
    product: productSide(product, tickets),
  };
  const results = { limit: [], kept: [], product: [] };
  const memory = {
    limit: await memoryPerScreen(screens, sides.limit),
    product: await memoryPerScreen(screens, sides.product),
  };
  for (const side of Object.values(sides)) await measured(screens, side, WARM_SECONDS);
  for (let round = 0; round < bench.pace.rounds; round++)
    for (const [name, side] of Object.entries(sides))
      results[name].push(...(await measured(screens, side, bench.pace.seconds)));
  const times = Object.fromEntries(Object.entries(results).map(([side, all]) => [side, spread(all)]));
  const rss = memoryOf(product.pid) / 1e6;
  await screens.stop();
  await bare.stop();
  const name = `sent → on the other screen, ${SCREENS} sockets`;
  return [
    { name: `${name}, p50`, ...times, value: times.product.p50, unit: 'ms', target: 5 },
    { name: `${name}, p99`, ...times, value: times.product.p99, unit: 'ms', target: 50 },
    { name: 'the same by its statements alone, p50', ...times, product: times.kept, value: times.kept.p50, unit: 'ms' },
    { name: 'sent → on the other screen / that', value: times.product.p50 / times.kept.p50, unit: '×' },
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
    const body = { ...MESSAGE, clientId };
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

/** The same two pushes with the same content, to as many sockets in the same rooms. @param isKept written down first */
function bareSide(bare, tickets, entry, isKept) {
  const room = ({ id }) => `ticket:${id}`;
  const requestFor = (ticket, clientId) => {
    const payload = { ...entry, entry: { ...entry.entry, message: { ...entry.entry.message, clientId } } };
    const changed = { ticketId: ticket.id, version: 7, changed: ['lastReplyById', 'lastReplyAt'] };
    const pushes = [
      { rooms: [room(ticket)], event: 'timeline.appended', payload },
      { rooms: ['desk', employees[ticket.requester].id], event: 'ticket.changed', payload: changed },
    ];
    const body = JSON.stringify(isKept ? { pushes, kept: ticket.id } : { pushes });
    return { url: `${bare.url}/send`, method: 'POST', body };
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

const isMessage = (transaction) => transaction.some(({ text }) => /INSERT INTO "messages"/.test(text));

/** What sending a message asks of the database, twice on one ticket; the first of all meets an empty memory and is not it. */
function recordMessages(bench, database, ticket) {
  return bench.recording(database, async (recorder) => {
    const recorded = [];
    for (let nth = 0; nth < 3; nth++) {
      const body = { ...MESSAGE, clientId: `bench-recorded-${nth}` };
      const path = `/tickets/${ticket.id}/messages`;
      const { transactions } = await record(recorder, coordinators[0], 'POST', path, body);
      recorded.push(transactions.find(isMessage));
    }
    const [, one, other] = recorded;
    return { one, other };
  });
}

async function startBareSockets({ scratch }, { limit }, recorded) {
  const port = await freePort();
  const messages = join(scratch, 'messages.json');
  writeFileSync(messages, JSON.stringify({ tenantId, databaseUrl: limit.appUrl, ...recorded }));
  const child = await startChild(join(root, 'tools/bench/servers/bare-sockets.mjs'), {
    args: [String(port), messages],
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
