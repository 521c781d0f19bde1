/**
 * Screens that listen, in a process of their own: it sends what they wait for, so one clock times both ends.
 * `{connect: {url, screens: [{auth, ticketId}]}}` answers how many there are.
 * `{send: {messages: [{request, ticketId, clientId}], perSecond}}` answers `{milliseconds, lost}`.
 */
import { Agent } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isEntry, root } from '../../support/workspace.mjs';
import { isAnswer, send as sendRequest } from './load.mjs';

const AT_ONCE = 25;
/** A screen that has not heard by then is one that never will. */
const HEARS_WITHIN_MS = 10_000;

const agent = new Agent({ keepAlive: true });
let open = [];
/** Address and ticket → how many screens show it. */
const shownBy = new Map();
/** Client id → what to do each time a screen shows the message. */
const awaited = new Map();

function connectOne(io, url, { auth, ticketId }) {
  return new Promise((resolve, reject) => {
    const socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
    socket.once('connect_error', reject);
    socket.once('connect', async () => {
      const answer = await socket.emitWithAck('ticket.join', { ticketId });
      shownBy.set(`${url} ${ticketId}`, (shownBy.get(`${url} ${ticketId}`) ?? 0) + 1);
      if (answer.ok) resolve(socket);
      else reject(new Error(`not let in: ${JSON.stringify(answer)}`));
    });
    socket.on('timeline.appended', ({ entry }) => awaited.get(entry.message?.clientId)?.());
  });
}

async function connect({ url, screens }) {
  const { io } = createRequire(join(root, 'apps/api/package.json'))('socket.io-client');
  const waiting = [...screens];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) open.push(await connectOne(io, url, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return open.length;
}

async function disconnect() {
  for (const socket of open) socket.disconnect();
  open = [];
  shownBy.clear();
  return 0;
}

/** From the moment the message is sent until the last screen that shows its ticket has it. */
async function deliver({ request, clientId, ticketId }) {
  let left = shownBy.get(`${new URL(request.url).origin} ${ticketId}`);
  const shown = new Promise((resolve) => {
    awaited.set(clientId, () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  const began = performance.now();
  const answered = sendRequest(agent, request).then((status) => {
    if (!isAnswer(status)) throw new Error(`A message was answered with ${status}`);
  });
  const milliseconds = await Promise.race([shown.then(() => performance.now() - began), sleep(HEARS_WITHIN_MS, null)]);
  awaited.delete(clientId);
  await answered;
  return milliseconds;
}

async function send({ messages, perSecond }) {
  const running = [];
  for (const message of messages) {
    running.push(deliver(message));
    await sleep(1000 / perSecond);
  }
  const all = await Promise.all(running);
  return { milliseconds: all.filter((each) => each !== null), lost: all.filter((each) => each === null).length };
}

const ORDERS = { connect, disconnect, send };

if (isEntry(import.meta.url))
  process.on('message', async (order) => {
    const [[name, details]] = Object.entries(order);
    process.send(await ORDERS[name](details).catch((error) => ({ failed: String(error) })));
  });
