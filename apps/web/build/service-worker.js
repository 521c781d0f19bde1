/**
 * Keeps the built app on the device: the shell and all its parts, never an answer of the API. `VERSION` and `FILES`
 * are put before this text by the build.
 */
const CACHE = `baton-${VERSION}`;
const SHELL = '/index.html';

const isOurs = (name) => name.startsWith('baton-');
const isApi = (path) => /^\/(?:api|socket\.io|metrics)(?:\/|$)/.test(path);

async function install() {
  const cache = await caches.open(CACHE);
  // `reload` for what has no version in its name: the shell has to be the one these files belong to.
  await cache.addAll(
    FILES.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })),
  );
}

/** The version before stays one update longer: a tab that still runs it may need a part it has not loaded yet. */
async function activate() {
  const names = (await caches.keys()).filter(isOurs);
  const old = names.filter((name) => name !== CACHE).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request) {
  const cached = await (await caches.open(CACHE)).match(SHELL);
  return cached ?? fetch(request);
}

const part = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || isApi(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (FILES.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(part(request));
});
