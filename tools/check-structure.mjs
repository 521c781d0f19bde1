/**
 * The structure a newcomer can rely on: one vocabulary of file names, small files, no catch-all folders, the same
 * nouns everywhere. Each rule is a line in a table; each finding is one line that says what to do.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './support/workspace.mjs';

const maxLines = 300;
const longLines = 200;

/** What a file of a server feature can be: `tickets.service.ts`, or `ticket-status.service.ts` for one intention. */
const vocabulary = [
  'module',
  'controller',
  'service',
  'queries',
  'repository',
  'entity',
  'presenter',
  'listeners',
  'realtime',
  'jobs',
  'gateway',
  'templates',
  'seed',
  'api.spec',
  'spec',
];
const featureFile = new RegExp(`^[a-z0-9-]+\\.(${vocabulary.join('|').replaceAll('.', '\\.')})\\.ts$`);
const kebabCase = /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/;
const componentFile = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const code = /\.(ts|tsx|mjs|cjs)$/;

const rules = [
  {
    applies: (path) => code.test(path),
    broken: (path) => !kebabCase.test(basename(path)) && !componentFile.test(basename(path)),
    advice: 'name it in kebab-case',
  },
  {
    applies: (path) => code.test(path) && !path.includes('/migrations/'),
    broken: (path) => lines(path) > maxLines,
    advice: `split it by intention; a file has at most ${maxLines} lines`,
  },
  {
    applies: (path) => path.startsWith('apps/api/src/features/'),
    broken: (path) => code.test(path) && !featureFile.test(basename(path)),
    advice: `end its name in one of: ${vocabulary.join(', ')}`,
  },
  {
    applies: (path) => /\/src\//.test(path),
    broken: (path) => /\/(utils|helpers|common|base)\//.test(path),
    advice: 'move it to the feature or the platform part it serves; catch-all folders hide things',
  },
  {
    applies: (path) => path.startsWith('apps/'),
    broken: (path) => /\/src\/.*\/index\.tsx?$/.test(path),
    advice: 'import from the file that defines a thing; barrels hide where it lives',
  },
];

/** Files that exist, whether or not they are committed yet. */
function files() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return listed
    .toString()
    .split('\n')
    .filter((path) => path && existsSync(join(root, path)));
}

function lines(path) {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1;
}

/** A noun means the same in every part: what the contracts name, the server implements. */
function strayNouns() {
  const nouns = (folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  const shared = ['http', 'realtime'];
  const folders = nouns('packages/contracts/src').filter(
    (entry) => entry.isDirectory() && !shared.includes(entry.name),
  );
  return folders
    .filter(({ name }) => !existsSync(join(root, 'apps/api/src/features', name)))
    .map(({ name }) => `packages/contracts/src/${name}: give it the name of a folder in apps/api/src/features`);
}

const paths = files();
const findings = paths.flatMap((path) =>
  rules.filter((rule) => rule.applies(path) && rule.broken(path)).map((rule) => `${path}: ${rule.advice}`),
);
findings.push(...strayNouns());

for (const path of paths.filter((each) => code.test(each) && lines(each) > longLines && lines(each) <= maxLines)) {
  console.log(`warning: ${path} has ${lines(path)} lines; more than ${longLines} is a reason to look for a split`);
}
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
