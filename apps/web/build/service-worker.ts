import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = new URL('./service-worker.js', import.meta.url);
/** Kept on the device; the rest, such as compressed twins and sources of icons, is not asked for by the app. */
const KEPT = /\.(?:js|css|html|svg|png|webmanifest)$/;

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Writes `sw.js` with the names of all it keeps. Its version is that of their content, so an unchanged build is no update. */
export const serviceWorker = (): Plugin => ({
  name: 'baton-service-worker',
  apply: 'build',
  writeBundle: {
    // After all that writes into the folder.
    order: 'post',
    sequential: true,
    async handler({ dir: dist = '' }) {
      const files = (await filesIn(dist)).filter((path) => KEPT.test(path) && !path.endsWith('sw.js')).sort();
      const hash = createHash('sha256');
      for (const path of files) hash.update(path).update(await readFile(path));
      const source = await readFile(SOURCE, 'utf8');
      const version = hash.update(source).digest('hex').slice(0, 12);
      const names = files.map((path) => `/${relative(dist, path).split(sep).join('/')}`);
      const facts = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(names)};\n`;
      await writeFile(join(dist, 'sw.js'), facts + source);
    },
  },
});
