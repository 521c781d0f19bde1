import type { Rolldown } from 'vite';

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;
type Group = Rolldown.CodeSplittingGroup;

export const FRAME = /\/src\/app\/shell\/app-shell\.tsx$/;
export const ADMIN_LAYOUT = /\/src\/app\/shell\/admin-layout\.tsx$/;
export const PAGE = /\/src\/pages\/[a-z-]+(?:-page|-home)\.tsx$/;
export const PUBLIC_PAGE =
  /\/(?:sign-in|register|forgot-password|reset-password|accept-invitation|not-found)-page\.tsx$/;
/** They name all of MUI; what is really used of it through them is in `start`. */
const CATALOGUES = /\/@mui\/(?:system\/index|material\/styles\/[^/]+)\.mjs$/;
/** Known to all by a barrel and used by one page; or what pages with a form have in common, and the others do without. */
const RARE =
  /\/@tanstack\/.+\/(?:useQueries|queriesObserver)\.js$|\/@mui\/material\/(?:InputBase|FormControl|TextareaAutosize)\/|\/src\/features\/teams\//;
/** What so many pages of the desk have in common is not worth a request of its own. */
const MANY = 4;
/** Small, and on the way to most pages or to what follows them. */
export const SMALL_FILES = [
  'features/tickets/live-lists.ts',
  'shared/layout/use-wider-than.ts',
  'shared/text/work-words.texts.ts',
  'shared/time/zone-day.ts',
  'shared/ui/check-box.tsx',
  'tickets/ticket-sorts.ts',
];
/** What follows the first picture on every page of the desk. */
export const FOLLOWER_FILES = [
  'app/live/live-desk.tsx',
  'app/palette/command-center.tsx',
  'app/palette/palette-host.tsx',
  'features/notifications/components/bell.tsx',
  'features/palette/components/shortcuts-dialog.tsx',
  'features/work-profiles/components/availability-switch.tsx',
  'features/work-profiles/components/own-standing.tsx',
];
const among = (files: string[]) => new RegExp(`/src/(?:${files.join('|').replaceAll('.', '\\.')})$`);
const SMALL = new RegExp(`${among(SMALL_FILES).source}|/(?:Close|CorporateFare|Visibility)Outlined\\.mjs$`);
const FOLLOWERS = among(FOLLOWER_FILES);
/** Through their catalogues it cannot be told who uses which part of a library. An icon is one drawing. */
const LIBRARY = /\/node_modules\/(?!\.pnpm\/)(?!@mui\/icons-material\/)/;
const TICKET = /\/ticket-page\.tsx$/;
const QUEUE = /\/queue-page\.tsx$/;
const HOME = /\/(?:desk|employee)-home\.tsx$/;

/** Who needs this module to be shown. What is loaded on first use counts for nobody. */
function needOf(id: string, modules: Modules) {
  const users = new Set([id]);
  for (const user of users) {
    if (CATALOGUES.test(user)) continue;
    for (const importer of modules.getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  const pages = [...users].filter((user) => PAGE.test(user));
  const publicPages = pages.filter((page) => PUBLIC_PAGE.test(page));
  const uses = (part: RegExp) => [...users].some((user) => part.test(user));
  const isMany = uses(FRAME) || pages.length - publicPages.length >= MANY;
  const isDesk = !RARE.test(id) && (isMany || SMALL.test(id));
  return { isPublic: publicPages.length > 0, isDesk, pages, uses };
}

const shared = (id: string, modules: Modules) => {
  const { isPublic, isDesk } = needOf(id, modules);
  return isPublic && isDesk ? 'shared' : null;
};
const desk = (id: string, modules: Modules) => (needOf(id, modules).isDesk ? 'desk' : null);

/** A page of many small parts waits for a connection for each: those of the queue come in two, what lists share and its own. */
function queue(id: string, modules: Modules) {
  const { pages } = needOf(id, modules);
  if (!pages.some((page) => QUEUE.test(page))) return null;
  if (pages.length === 1) return 'queue';
  return pages.every((page) => QUEUE.test(page) || HOME.test(page)) ? 'lists' : null;
}

/**
 * Each file is a request with its own headers, and a turn of the page: what follows comes in one, and what it has in
 * common with pages in two, that of the ticket and that of others.
 */
function after(id: string, modules: Modules) {
  if (LIBRARY.test(id)) return null;
  const { isPublic, pages, uses } = needOf(id, modules);
  if (isPublic || !uses(FOLLOWERS)) return null;
  if (uses(TICKET)) return 'ticket-parts';
  return pages.length > 0 || uses(ADMIN_LAYOUT) ? 'page-parts' : 'after';
}

/** Of the parts that every page needs, those that take long to run: each in a turn of its own. */
const REACT = /\/node_modules\/(?:react|react-dom|scheduler)\/|\/src\/app\/react\.ts$/;
const LOOKS = /\/node_modules\/(?:@emotion|@mui|stylis)\/|\/src\/app\/theme\//;
/** Starts the app when all its parts are there. */
const ENTRY = /\/apps\/web\/(?:src\/main\.tsx|index\.html)$/;

/** Few files that pack well, and none with what its page does not need. The rest is split by who uses it. */
export const chunkGroups: Group[] = [
  { name: 'main', test: ENTRY, priority: 8, includeDependenciesRecursively: false },
  { name: 'react', test: REACT, tags: ['$initial'], priority: 7 },
  { name: 'looks', test: LOOKS, tags: ['$initial'], priority: 6 },
  { name: 'start', tags: ['$initial'], priority: 5 },
  { name: shared, debugName: 'shared', priority: 4 },
  // With all they stand on.
  { name: 'form', test: /\/shared\/(?:ui\/form-field\.tsx|forms\/use-dto-form\.ts)$/, priority: 3 },
  { name: desk, debugName: 'desk', priority: 2 },
  { name: queue, debugName: 'queue', priority: 1, includeDependenciesRecursively: false },
  { name: after, debugName: 'after', priority: 0, includeDependenciesRecursively: false },
];
