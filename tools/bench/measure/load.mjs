/**
 * The load, in a process of its own. Each connection sends its next request when it has the answer to the last one.
 * Takes `{targets, connections, seconds}`, answers `{requests, seconds, milliseconds[], failures}`.
 */
import { Agent, request } from 'node:http';
import { isEntry } from '../../support/workspace.mjs';

/** Requests that are not answered like this did not do the work. */
export const isAnswer = (status) => status >= 200 && status < 300;

/** Resolves to the status, once the whole answer is there. */
export function send(agent, { url, method = 'GET', headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      response.once('error', reject);
      response.once('end', () => resolve(response.statusCode));
      response.resume();
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** `{n}` in a body or header becomes a number no other request has. */
let sequence = Date.now();
function individual({ isIndividual, ...target }) {
  if (!isIndividual) return target;
  const n = String(++sequence);
  const headers = Object.entries(target.headers).map(([name, value]) => [name, value.replaceAll('{n}', n)]);
  return { ...target, headers: Object.fromEntries(headers), body: target.body.replaceAll('{n}', n) };
}

const count = (counts, name) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

async function load({ targets, connections, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const milliseconds = [];
  const failures = {};
  const began = performance.now();
  const until = began + seconds * 1000;
  let next = 0;
  const work = async () => {
    while (performance.now() < until) {
      const target = individual(targets[next++ % targets.length]);
      const sent = performance.now();
      const status = await send(agent, target).catch((error) => error.code ?? String(error));
      milliseconds.push(performance.now() - sent);
      if (!isAnswer(status)) count(failures, `${target.method} ${new URL(target.url).pathname} ${status}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return { requests: milliseconds.length, seconds: (performance.now() - began) / 1000, milliseconds, failures };
}

if (isEntry(import.meta.url)) process.on('message', async (order) => process.send(await load(order)));
