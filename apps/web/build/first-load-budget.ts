import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { ADMIN_LAYOUT, FRAME, PAGE, PUBLIC_PAGE } from './chunks.ts';

const BUDGET_KB = 200;

const ADMIN_PAGE =
  /\/(?:approvals|people|assignment|categories|custom-fields|policies|calendars|organization|mailbox)-page\.tsx$/;
/** The home page is one of two, by role. */
const HOME = /\/home-page\.tsx$/;
const A_HOME = /\/(?:desk|employee)-home\.tsx$/;

type Chunk = Rolldown.OutputChunk;

const gzipKb = (chunk: Chunk) => gzipSync(chunk.code, { level: 9 }).length / 1000;

/** What is loaded around a page before it can be shown. */
function surroundings(page: string): RegExp[] {
  if (PUBLIC_PAGE.test(page)) return [];
  if (ADMIN_PAGE.test(page)) return [FRAME, ADMIN_LAYOUT];
  return A_HOME.test(page) ? [FRAME, HOME] : [FRAME];
}

/** Page → the part of the code it is in. */
const pagesOf = (chunks: Chunk[]): [page: string, chunk: Chunk][] =>
  chunks.flatMap((chunk) => chunk.moduleIds.filter((id) => PAGE.test(id)).map((id): [string, Chunk] => [id, chunk]));

/**
 * Fails the build when a page needs more than 200 kB of gzipped JavaScript before it can be shown. What follows the
 * first paint does not count: the live connection, the text editor, menus and dialogs.
 */
export const firstLoadBudget = (): Plugin => ({
  name: 'baton-first-load-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const weigh = (starts: Chunk[]) => {
      const loaded = new Set(starts);
      for (const chunk of loaded) for (const name of chunk.imports) loaded.add(byName.get(name)!);
      return [...loaded].reduce((sum, chunk) => sum + gzipKb(chunk), 0);
    };
    const over: string[] = [];
    for (const [page, chunk] of pagesOf(chunks)) {
      const around = surroundings(page);
      const isAround = ({ isEntry, moduleIds }: Chunk) =>
        isEntry || around.some((part) => moduleIds.some((id) => part.test(id)));
      const kb = weigh([chunk, ...chunks.filter(isAround)]);
      const line = `${basename(page, '.tsx')}: ${kb.toFixed(1)} kB gzip first load`;
      if (kb > BUDGET_KB) over.push(line);
      else this.info(line);
    }
    if (over.length > 0) this.error(`Over the budget of ${BUDGET_KB} kB:\n${over.join('\n')}`);
  },
});
