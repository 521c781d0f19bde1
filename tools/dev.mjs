/**
 * `npm run dev`: the product with both sides reloading. A change below `src` rebuilds the part it belongs to and
 * restarts the API; Vite serves the web app and passes /api on. One Ctrl-C ends everything.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, serverUnits, vite } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { root } from './support/workspace.mjs';

/** Editors save in several steps, and several files at once. */
const settleMs = 100;
const children = new Map();
let stopping = false;

function start(name, folder, args) {
  // Its own process group: Ctrl-C reaches this script alone, which then stops each child once.
  const options = { cwd: join(root, folder), stdio: ['ignore', 'pipe', 'pipe'], detached: true };
  const child = spawn(process.execPath, args, options);
  children.set(name, child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      for (const line of String(chunk).trimEnd().split('\n')) console.log(`${name} │ ${line}`);
    });
  }
}

async function stop(name) {
  const child = children.get(name);
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(force);
}

const startApi = () => start('api', '.', ['--enable-source-maps', 'apps/api/dist/main.js']);
const startWeb = () => start('web', 'apps/web', [vite()]);

let rebuilding = Promise.resolve();
let settling;

function rebuild() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    rebuilding = rebuilding.then(async () => {
      if (stopping || !(await build(serverUnits))) return;
      await stop('api');
      if (!stopping) startApi();
    });
  }, settleMs);
}

async function stopAll() {
  if (stopping) return;
  stopping = true;
  await Promise.all([...children.keys()].map(stop));
  process.exit(0);
}

bootstrap();
if (!(await build(serverUnits))) process.exit(1);
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
startApi();
startWeb();
for (const { folder } of serverUnits) watch(join(root, folder, 'src'), { recursive: true }, rebuild);
