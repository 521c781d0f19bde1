import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../support/workspace.mjs';
import { tenantId } from '../data/dataset.mjs';
import { freePort, startChild } from './child.mjs';

const JWT_SECRET = 'known to the benchmark and to nobody else';
/** As the image starts it. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
const STARTS_WITHIN_MS = 60_000;

/** The built product as it runs in production, on one generated database. */
export async function startProduct(database, { scratch, recording = false, execArgv = [] }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const recorder = recording ? ['--import', join(root, 'tools/bench/servers/statement-recorder.mjs')] : [];
  const child = await startChild(join(root, 'apps/api/dist/main.js'), {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: database.appUrl,
      JWT_SECRET,
      DATA_DIR: join(scratch, 'files'),
      DEMO: 'off',
    },
    execArgv: [...FLAGS, ...recorder, ...execArgv],
    logFile: join(scratch, `${database.name}${recording ? '-recorded' : ''}.log`),
    isReady: () => untilServing(url),
  });
  return { ...child, url };
}

async function untilServing(url) {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The product did not start');
}

/** An access token as the product issues it, for a session the generator made. */
export function tokenOf({ id, sessionId }) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    sub: id,
    tid: tenantId,
    sid: sessionId,
    use: 'access',
    iat,
    exp: iat + 86_400,
    iss: 'baton',
    aud: 'baton-api',
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${unsigned}.${createHmac('sha256', JWT_SECRET).update(unsigned).digest('base64url')}`;
}

const headersOf = (person) => ({ authorization: `Bearer ${tokenOf(person)}` });

/** A request as the load sends it; `{n}` in the body becomes a number of its own each time. */
export const requestOf = (server, person, method, path, body) => ({
  url: `${server.url}/api${path}`,
  method,
  headers: {
    ...headersOf(person),
    ...(body ? { 'content-type': 'application/json' } : {}),
    // As the browser does, so that a retry makes nothing twice.
    ...(method === 'POST' ? { 'idempotency-key': 'bench-{n}' } : {}),
  },
  ...(body ? { body: JSON.stringify(body), isIndividual: true } : {}),
});

let calls = 0;

/** Sends one request and answers with its JSON. @throws unless it succeeds */
export async function call(server, person, method, path, body) {
  const { url, headers, ...init } = requestOf(server, person, method, path, body);
  const key = headers['idempotency-key'] ? { 'idempotency-key': `bench-call-${Date.now()}-${++calls}` } : {};
  const answer = await fetch(url, { ...init, headers: { ...headers, ...key } });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}
