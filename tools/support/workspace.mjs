/**
 * What every script in this folder needs: where the repository is, and how to run another program.
 * Programs are started directly, never through a shell or npx, so that stopping one really stops it.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Whether the module with this `import.meta.url` is the script that was started, not one that was imported. */
export const isEntry = (url) => fileURLToPath(url) === realpathSync(process.argv[1]);

/** A file of an installed package, as the given workspace sees it: `installed('vite/bin/vite.js', 'apps/web')`. */
export const installed = (file, workspace = '.') => join(root, workspace, 'node_modules', file);

/** Runs `node file ...args` and resolves with its exit code and, when captured, its output. Never rejects. */
export function runNode(file, args = [], options = {}) {
  return run(process.execPath, [file, ...args], options);
}

/** Runs a program; `capture` collects its output instead of showing it. */
export function run(command, args, { cwd = root, env = process.env, capture = false } = {}) {
  return new Promise((resolve) => {
    const out = capture ? 'pipe' : 'inherit';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
