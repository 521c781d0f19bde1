/**
 * How long a ticket that somebody could take waits for them: `node tools/bench/assignment.mjs [--tickets 200]`.
 * Starts the built product with its demo, gives everybody of the desk room for all tickets, and asks for help: in a
 * steady stream, then in a burst. Times are those of the entries in the tickets' timelines.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build, serverUnits } from '../build.mjs';
import { bootstrap } from '../support/bootstrap.mjs';
import { startDemo } from './browser/demo-product.mjs';
import { spread } from './measure/statistics.mjs';

const PASSWORD = 'baton-demo-2026';
const PER_SECOND = 10;
const AT_ONCE = 20;
/** The most somebody can have. */
const ROOM = 100;
const PATIENCE_MS = 60_000;

function speaker(url) {
  let token;
  return async function call(method, path, body) {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    });
    const answer = response.status === 204 ? undefined : await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    token = answer?.accessToken ?? token;
    return answer;
  };
}

const signedIn = async (url, email) => {
  const call = speaker(url);
  await call('POST', '/auth/login', { email, password: PASSWORD, organization: 'acme' });
  return call;
};

/** Everybody of the desk in one team, online by hand, with room for much and a skill each. */
async function arrange(url, admin) {
  const skill = await admin('POST', '/skills', { name: 'Bench' });
  const { items: people } = await admin('GET', '/users?role=coordinator&limit=100');
  for (const [at, { id, email }] of people.entries()) {
    await admin('PATCH', `/work-profiles/${id}`, {
      capacity: ROOM,
      hours: null,
      absences: [],
      skills: [{ skillId: skill.id, level: 3 + (at % 3) }],
    });
    await (await signedIn(url, email))('PUT', '/me/availability', { status: 'online' });
  }
  const memberIds = people.map(({ id }) => id);
  const team = await admin('POST', '/teams', { name: 'Bench', mode: 'best_match', memberIds });
  const skills = [{ skillId: skill.id, minLevel: 3 }];
  const category = await admin('POST', '/categories', { name: 'Bench', teamId: team.id, skills });
  return { categoryId: category.id, people: people.length };
}

const ask = async (employee, categoryId, at) =>
  (await employee('POST', '/tickets', { subject: `Bench ${at}`, description: 'It does not work.', categoryId })).id;

async function stream(tickets, make) {
  const made = [];
  for (let at = 0; at < tickets; at++) {
    made.push(make(at));
    await sleep(1000 / PER_SECOND);
  }
  return Promise.all(made);
}

async function burst(tickets, make) {
  const ids = [];
  let next = 0;
  const work = async () => {
    while (next < tickets) ids.push(await make(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ids;
}

/** Milliseconds between a ticket's creation and its assignment. */
async function waitOf(admin, id) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    const { items } = await admin('GET', `/tickets/${id}/timeline`);
    const at = (type) => items.find((entry) => entry.type === type)?.at;
    if (at('ticket.assigned')) return Date.parse(at('ticket.assigned')) - Date.parse(at('ticket.created'));
  }
  throw new Error(`Nobody got ticket ${id}`);
}

const { values } = parseArgs({ options: { tickets: { type: 'string', default: '200' } } });
const tickets = Number(values.tickets);
bootstrap();
if (!(await build(serverUnits))) process.exit(1);
const demo = await startDemo();
try {
  const admin = await signedIn(demo.url, 'admin@acme.test');
  const employee = await signedIn(demo.url, 'employee@acme.test');
  const { categoryId, people } = await arrange(demo.url, admin);
  console.log(`${tickets} tickets each, ${people} people`);
  for (const [name, send] of Object.entries({ stream, burst })) {
    const ids = await send(tickets, (at) => ask(employee, categoryId, at));
    const waits = [];
    for (const id of ids) waits.push(await waitOf(admin, id));
    const { p50, p95, p99, max } = spread(waits);
    console.log(
      `${name}: from eligible to assigned p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max} ms (target p95 1000)`,
    );
  }
} finally {
  await demo.stop();
}
