import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tenantId } from '../data/dataset.mjs';
import { endedChildrenCpu } from '../measure/cpu.mjs';
import { KINDS, kindOf } from '../measure/own-values.mjs';

/** The program, where Debian's package or the path has it; undefined when it is not installed. */
export function findPgbench() {
  const versions = '/usr/lib/postgresql';
  const folders = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : [];
  return [...folders, ...process.env.PATH.split(delimiter)].map((folder) => join(folder, 'pgbench')).find(existsSync);
}

/**
 * A transaction as a pgbench script. Two recordings of the same request tell what is each transaction's own: ids, moments
 * and numbers, which the script makes anew each time; everything else is written into it.
 */
export function scriptOf(one, other) {
  const own = new Map();
  const lines = one.map(({ text, values }, at) =>
    text.replace(/\$(\d+)/g, (_place, n) => written(values[n - 1], other[at].values[n - 1], own)),
  );
  const statements = lines.map((line) => (/INTO counters/.test(line) ? `${flat(line)} \\gset\n` : `${flat(line)};\n`));
  return [
    '\\set n :n + 1\n',
    '\\startpipeline\nBEGIN;\n',
    `SELECT set_config('app.tenant_id', '${tenantId}', true);\n`,
    '\\endpipeline\n',
    ...statements,
    'COMMIT;\n',
  ].join('');
}

const flat = (text) => text.replace(/\s+/g, ' ').trim();

const written = (value, again, own) => WRITTEN[kindOf(value, again)](value, own);

const serial = '(:client_id::bigint * 1000000000 + :n::bigint)';

const WRITTEN = {
  [KINDS.same]: (value) => literal(value),
  [KINDS.number]: () => ':value::int',
  [KINDS.moment]: () => 'now()',
  [KINDS.id]: (value, own) => idOf(value, own),
  [KINDS.key]: () => `md5(${serial} || 'key')`,
  [KINDS.content]: (value) => literal(value),
};

/** The same place in the script for the same id, and another id in each transaction. Later ones are greater, as ours are. */
function idOf(text, own) {
  if (!own.has(text)) own.set(text, own.size);
  const moment = `lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0')`;
  const place = own.get(text).toString(16).padStart(3, '0');
  return `(${moment} || '7${place}8' || lpad(to_hex(${serial}), 15, '0'))::uuid`;
}

/** Colons would be pgbench's variables. */
function literal(value) {
  if (value === null || value === undefined) return 'NULL';
  const text = Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join(',')}}` : asText(value);
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(':', '\\x3a')}'`;
}

const asText = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** @returns a side for `compare`: pgbench is client and application in one */
export function pgbenchSide(program, database, script, scratch) {
  const folder = join(scratch, 'pgbench');
  let first = 0;
  const drive = async ({ connections, seconds }) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'script.sql'), script);
    const cpu = endedChildrenCpu();
    // Numbers go on where the last round ended.
    const args = ['-n', '-M', 'prepared', '-c', connections, '-j', 1, '-T', Math.ceil(seconds), '-D', `n=${first}`];
    await run(
      program,
      [...args, '-l', '--log-prefix', join(folder, 'log'), '-f', join(folder, 'script.sql')],
      database,
    );
    const milliseconds = latencies(folder);
    first += milliseconds.length;
    return {
      requests: milliseconds.length,
      seconds: Math.ceil(seconds),
      milliseconds,
      failures: {},
      cpu: endedChildrenCpu() - cpu,
    };
  };
  return { drive };
}

function latencies(folder) {
  const logs = readdirSync(folder).filter((name) => name.startsWith('log'));
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
  return lines.map((line) => Number(line.split(' ')[2]) / 1000);
}

async function run(program, args, { appUrl }) {
  const { hostname, port, username, password, pathname } = new URL(appUrl);
  const env = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password, PGDATABASE: pathname.slice(1) };
  const child = spawn(program, args.map(String), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0 || /ERROR|aborted/.test(complaints)) throw new Error(`pgbench failed:\n${complaints}`);
}
