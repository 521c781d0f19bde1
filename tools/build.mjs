/**
 * Builds what is out of date and nothing else, so that a warm start spends its time starting.
 * A unit is out of date when the content of its inputs differs from what its last build wrote beside the result.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './support/bootstrap.mjs';
import { installed, isEntry, root, runNode } from './support/workspace.mjs';

const swcConfig = 'packages/tsconfig/swc.json';

export const vite = () => installed('vite/bin/vite.js', 'apps/web');

function compile(folder) {
  const config = ['--config-file', join(root, swcConfig), '--strip-leading-paths', '--copy-files', '--quiet'];
  const swc = installed('@swc/cli/bin/swc.js');
  return runNode(swc, ['src', '-d', 'dist', ...config], { cwd: join(root, folder), capture: true });
}

function bundle(folder) {
  return runNode(vite(), ['build', '--logLevel', 'warn'], { cwd: join(root, folder), capture: true });
}

export const serverUnits = [
  { folder: 'packages/domain', build: compile },
  { folder: 'packages/contracts', build: compile },
  { folder: 'apps/api', build: compile },
];
const webUnit = { folder: 'apps/web', build: bundle, alsoFrom: ['packages/domain/src', 'packages/contracts/src'] };

/** Builds every unit that is out of date, side by side. Answers false when one failed, after saying why. */
export async function build(units = [...serverUnits, webUnit]) {
  const results = await Promise.all(units.map(buildUnit));
  return results.every(Boolean);
}

async function buildUnit({ folder, build, alsoFrom = [] }) {
  const stamp = join(root, folder, 'node_modules/.built-from');
  const dist = join(root, folder, 'dist');
  const wanted = fingerprint([swcConfig, 'pnpm-lock.yaml', folder, ...alsoFrom]);
  if (existsSync(dist) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  const began = Date.now();
  rmSync(dist, { recursive: true, force: true });
  const { code, output } = await build(folder);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(code === 0 ? `Built ${folder} in ${seconds} s` : `Building ${folder} failed:\n${output}`);
  if (code === 0) writeFileSync(stamp, wanted);
  return code === 0;
}

/** Results and tests do not change what is built. */
const notAnInput = /\/(node_modules|dist|test)$|\.(spec|test)\.tsx?$/;

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  if (notAnInput.test(path)) return;
  const full = join(root, path);
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`);
  else hash.update(path).update(readFileSync(full));
}

if (isEntry(import.meta.url)) {
  bootstrap();
  process.exitCode = (await build()) ? 0 : 1;
}
