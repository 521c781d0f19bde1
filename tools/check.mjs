/** `npm run check`: everything about the code that can be judged without running it, in seconds. */
import { join } from 'node:path';
import { bootstrap } from './support/bootstrap.mjs';
import { installed, isEntry, root, runNode } from './support/workspace.mjs';

/** `npm run check -- --fix` repairs what can be repaired. */
const lintOptions = [
  '--error-on-warnings',
  '--max-diagnostics=200',
  ...(process.argv.includes('--fix') ? ['--write'] : []),
];

const typed = ['packages/domain', 'packages/contracts', 'apps/api', 'apps/web', 'apps/e2e'];

const checks = () => [
  { name: 'format and lint', file: installed('@biomejs/biome/bin/biome'), args: ['check', ...lintOptions, '.'] },
  ...typed.map((folder) => ({ name: `types of ${folder}`, file: installed('ts7/bin/tsc'), args: ['-p', folder] })),
  {
    name: 'boundaries',
    file: installed('dependency-cruiser/bin/dependency-cruise.mjs'),
    args: ['--output-type', `plugin:${join(root, 'tools/support/boundary-lines.mjs')}`, 'packages', 'apps'],
  },
  { name: 'structure', file: join(root, 'tools/check-structure.mjs'), args: [] },
];

/** Runs every check, two at a time, and answers how many failed. */
export async function check() {
  const waiting = checks();
  let failed = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await passes(next))) failed++;
  };
  await Promise.all([work(), work()]);
  return failed;
}

async function passes({ name, file, args }) {
  const began = Date.now();
  const { code, output } = await runNode(file, args, { capture: true });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (output.trim() && (code !== 0 || output.startsWith('warning'))) console.log(output.trimEnd());
  return code === 0;
}

if (isEntry(import.meta.url)) {
  bootstrap();
  process.exitCode = (await check()) > 0 ? 1 : 0;
}
