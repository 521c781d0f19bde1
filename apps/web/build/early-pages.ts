import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** Address → what its first picture is made of. The desk's frame belongs to all but the first. */
const PAGES: [path: string, modules: string[]][] = [
  ['^/sign-in$', ['pages/sign-in-page']],
  ['^/$', ['app/shell/app-shell', 'pages/home-page']],
  ['^/queue(?:/|$)', ['app/shell/app-shell', 'pages/queue-page']],
  ['^/tickets$', ['app/shell/app-shell', 'pages/my-tickets-page']],
  ['^/tickets/(?!new)', ['app/shell/app-shell', 'pages/ticket-page']],
];

/** Runs before the app's own code has arrived, and lets the rest of the page come beside it instead of after it. */
function fetchEarly(pages: [path: string, files: string[]][]): void {
  const page = pages.find(([path]) => new RegExp(path).test(location.pathname));
  for (const file of page?.[1] ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = `/${file}`;
    document.head.append(link);
  }
}

/** All that is loaded with these chunks. */
function closure(starts: Chunk[], byName: Map<string, Chunk>): Set<Chunk> {
  const all = new Set(starts);
  for (const chunk of all) for (const name of chunk.imports) all.add(byName.get(name)!);
  return all;
}

/** Adds to the script that runs first which files the asked address needs. */
export const earlyPages = (): Plugin => ({
  name: 'baton-early-pages',
  apply: 'build',
  writeBundle: {
    order: 'pre',
    sequential: true,
    async handler({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      // The page names these itself.
      const known = closure(
        chunks.filter(({ isEntry }) => isEntry),
        byName,
      );
      const table = PAGES.map(([path, modules]): [string, string[]] => {
        const starts = chunks.filter(({ facadeModuleId }) =>
          modules.some((name) => facadeModuleId?.endsWith(`/src/${name}.tsx`)),
        );
        const needed = [...closure(starts, byName)].filter((chunk) => !known.has(chunk));
        return [path, needed.map(({ fileName }) => fileName)];
      });
      await appendFile(join(dir, 'theme.js'), `(${fetchEarly})(${JSON.stringify(table)});\n`);
    },
  },
});
