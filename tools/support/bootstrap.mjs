/**
 * Makes a fresh clone runnable with nothing but Node and npm: checks the Node version, finds a pnpm (or borrows
 * one through npx) and installs exactly what the lockfile says, only when the lockfile has changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const oldestNode = [20, 19];
const pnpmMajor = 12;
const stamp = join(root, 'node_modules/.baton-installed');

export function bootstrap() {
  assertNode();
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (the first time this takes a moment) ...');
  const [command, ...args] = findPnpm();
  // Development tools build the product, so they are installed whatever NODE_ENV says.
  const { NODE_ENV: _, ...env } = process.env;
  const install = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  const { status, error } = start(command, [...args, ...install], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0)
    fail(`Installing the dependencies failed${error ? `: ${error.message}` : '. The reason is above.'}`);
  writeFileSync(stamp, wanted);
}

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(
    `Baton needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}. Get one at nodejs.org.`,
  );
}

/** Native packages differ per platform, so a folder shared with another system is installed again there. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** An older pnpm does not know `allowBuilds`, and would skip the step that completes PostgreSQL's libraries. */
function findPnpm() {
  const { status, stdout } = start('pnpm', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const usable = status === 0 && Number.parseInt(stdout, 10) >= pnpmMajor;
  return usable ? ['pnpm'] : ['npx', '--yes', `pnpm@${pnpmMajor}`];
}

function start(command, args, options) {
  return spawnSync(command, args, { cwd: root, shell: process.platform === 'win32', ...options });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
