import type { Rolldown } from 'vite';

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

const FRAME = /\/src\/app\/shell\/app-shell\.tsx$/;
const PUBLIC_PAGE =
  /\/src\/pages\/(?:sign-in|register|forgot-password|reset-password|accept-invitation|not-found)-page\.tsx$/;
const PAGE = /\/src\/pages\/[a-z-]+(?:-page|-home)\.tsx$/;
/** What so many pages of the desk have in common is no longer worth a request of its own. */
const MANY = 6;

/** Who needs this module before they can be shown. What is loaded on first use counts for nobody. */
function needOf(id: string, modules: Modules) {
  const seen = new Set([id]);
  for (const each of seen) for (const importer of modules.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  const needing = [...seen];
  const pages = needing.filter((each) => PAGE.test(each)).length;
  const publicPages = needing.filter((each) => PUBLIC_PAGE.test(each)).length;
  const frame = needing.some((each) => FRAME.test(each));
  return { isPublic: publicPages > 0, isDesk: frame || pages - publicPages >= MANY };
}

type Group = Rolldown.CodeSplittingGroup;

/** Few files that pack well, and none with what its page does not need. The rest is split by who uses it. */
export const chunkGroups: Group[] = [
  { name: 'start', tags: ['$initial'], priority: 3 },
  {
    debugName: 'shared',
    name: (id, modules) => {
      const { isPublic, isDesk } = needOf(id, modules);
      return isPublic && isDesk ? 'shared' : null;
    },
    priority: 2,
  },
  { debugName: 'desk', name: (id, modules) => (needOf(id, modules).isDesk ? 'desk' : null), priority: 1 },
];
