import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const BUDGET_KB = 260;
/** What a first visit loads: the entry, the frame around the page, and the page. */
const ENTRY = /\/src\/main\.tsx$/;
const FRAME = /\/src\/app\/shell\/app-shell\.tsx$/;
/** Imported dynamically, but by every page of the desk. */
const LIVE = /\/socket\.io-client\//;
const PAGE = /\/src\/pages\/([a-z-]+)-page\.tsx$/;
const BARE_PAGES = ['sign-in', 'register', 'forgot-password', 'reset-password', 'accept-invitation', 'not-found'];

const ADMIN_LAYOUT = /\/src\/app\/shell\/admin-layout\.tsx$/;
const ADMIN_PAGES = ['approvals', 'people', 'categories', 'organization', 'mailbox'];

type Chunks = Map<string, Rolldown.OutputChunk>;

function withStaticImports(chunk: Rolldown.OutputChunk | undefined, chunks: Chunks, into: Set<Rolldown.OutputChunk>) {
  if (!chunk || into.has(chunk)) return;
  into.add(chunk);
  for (const name of chunk.imports) withStaticImports(chunks.get(name), chunks, into);
}

const gzipKb = (chunk: Rolldown.OutputChunk) => gzipSync(chunk.code, { level: 9 }).length / 1000;

/** Fails the build when any page's first load is more than 200 kB of gzipped JavaScript. */
export const firstLoadBudget = (): Plugin => ({
  name: 'baton-first-load-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks: Chunks = new Map();
    for (const [name, output] of Object.entries(bundle)) if (output.type === 'chunk') chunks.set(name, output);
    const byModule = (pattern: RegExp) =>
      [...chunks.values()].find((chunk) => chunk.facadeModuleId !== null && pattern.test(chunk.facadeModuleId));
    const entry = [...chunks.values()].find((chunk) => chunk.isEntry) ?? byModule(ENTRY);
    const weigh = (...starts: (Rolldown.OutputChunk | undefined)[]) => {
      const loaded = new Set<Rolldown.OutputChunk>();
      for (const start of starts) withStaticImports(start, chunks, loaded);
      return [...loaded].reduce((sum, each) => sum + gzipKb(each), 0);
    };
    const desk = [byModule(FRAME), byModule(LIVE)];
    this.info(`the frame alone: ${weigh(entry, ...desk).toFixed(1)} kB`);
    const over: string[] = [];
    for (const chunk of chunks.values()) {
      const page = PAGE.exec(chunk.facadeModuleId ?? '')?.[1];
      if (!page) continue;
      const kb = weigh(
        entry,
        chunk,
        ...(BARE_PAGES.includes(page) ? [] : desk),
        ADMIN_PAGES.includes(page) ? byModule(ADMIN_LAYOUT) : undefined,
      );
      const line = `${page}: ${kb.toFixed(1)} kB gzip first load`;
      if (kb > BUDGET_KB) over.push(line);
      else this.info(line);
    }
    if (over.length > 0) this.error(`Over the budget of ${BUDGET_KB} kB:\n${over.join('\n')}`);
  },
});
