import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, type Rolldown, runnerImport } from 'vite';

type Chunk = Rolldown.OutputChunk;
type Pictures = typeof import('../src/app/first-picture/pictures.tsx');

const SCRIPT = new URL('./first-script.js', import.meta.url);
const PICTURES = new URL('../src/app/first-picture/pictures.tsx', import.meta.url);

/** Address → what its first picture is made of. The desk's frame belongs to all but the first. */
const PAGES: [path: string, modules: string[]][] = [
  ['^/sign-in$', ['pages/sign-in-page']],
  ['^/$', ['app/shell/app-shell', 'pages/home-page']],
  ['^/queue(?:/|$)', ['app/shell/app-shell', 'pages/queue-page']],
  ['^/tickets$', ['app/shell/app-shell', 'pages/my-tickets-page']],
  ['^/tickets/(?!new)', ['app/shell/app-shell', 'pages/ticket-page']],
];

/** All that is loaded with these chunks, each after what it stands on. */
function inOrder(starts: Chunk[], byName: Map<string, Chunk>): Chunk[] {
  const done = new Set<Chunk>();
  const visit = (chunk: Chunk, above: ReadonlySet<Chunk>) => {
    if (done.has(chunk) || above.has(chunk)) return;
    for (const name of chunk.imports) visit(byName.get(name)!, new Set([...above, chunk]));
    done.add(chunk);
  };
  for (const chunk of starts) visit(chunk, new Set());
  return [...done];
}

const addressesOf = (chunks: Chunk[]) => chunks.map(({ fileName }) => `/${fileName}`);

/** The parts every page needs, and those that only some addresses need. */
function tables(bundle: Rolldown.OutputBundle) {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const app = inOrder(
    chunks.filter(({ isEntry }) => isEntry),
    byName,
  );
  const pages = PAGES.map(([path, modules]) => {
    const starts = chunks.filter(({ moduleIds }) =>
      modules.some((name) => moduleIds.some((id) => id.endsWith(`/src/${name}.tsx`))),
    );
    return [path, addressesOf(inOrder(starts, byName).filter((chunk) => !app.includes(chunk)))];
  });
  return { app: addressesOf(app), pages };
}

/** Without the comments, and out of reach of what else runs. */
function script(facts: Record<string, unknown>): string {
  const source = readFileSync(SCRIPT, 'utf8').replace(/^ *\/\/.*\n/gm, '');
  const consts = Object.entries(facts).map(([name, value]) => `const ${name}=${JSON.stringify(value)};`);
  return `(()=>{${consts.join('')}${source}})();`;
}

/** Parts of the app that listen to other tabs, of which a build has none. */
async function drawn(configFile: string | undefined) {
  const channel = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = class {} as unknown as typeof BroadcastChannel;
  try {
    const { module } = await runnerImport<Pictures>(fileURLToPath(PICTURES), { configFile });
    return { ...module.pictures(), questions: module.firstQuestions() };
  } finally {
    globalThis.BroadcastChannel = channel;
  }
}

const MODULE_TAGS = / *<(?:script type="module"|link rel="modulepreload")[^>]*>(?:<\/script>)?\n/g;

/**
 * Puts into the page itself what stands on the screen before any code has arrived: pictures of the sign-in page and of
 * the desk's frame, drawn by the app's own components, their styles, and the script that chooses between them and asks
 * for the code.
 */
export function firstPicture(): Plugin {
  let configFile: string | undefined;
  let pictures: ReturnType<typeof drawn> | undefined;
  return {
    name: 'baton-first-picture',
    configResolved: (config) => {
      configFile = config.configFile;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        pictures ??= drawn(configFile);
        const { markups, styles, questions } = await pictures;
        const { app, pages } = bundle ? tables(bundle) : { app: [], pages: [] };
        const choices = Object.keys(markups).map((name) => `[data-picture=${name}] .picture-${name}`);
        const shown = `.picture{display:none}${choices.join(',')}{display:block}`;
        const drawings = Object.entries(markups).map(
          ([name, markup]) => `<div class="picture picture-${name}" inert>${markup}</div>`,
        );
        return html
          .replace(bundle ? MODULE_TAGS : /$^/, '')
          .replace('<!-- styles -->', () => `<style>${styles}${shown}</style>`)
          .replace(
            '<!-- script -->',
            () => `<script>${script({ APP: app, PAGES: pages, QUESTIONS: questions })}</script>`,
          )
          .replace('<!-- pictures -->', () => drawings.join(''));
      },
    },
  };
}
