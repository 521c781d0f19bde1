// Runs before anything is painted. `PAGES` (address → the parts of its code) and `APP` (what every page needs, the part
// that starts it last) are put before this text by the build, and so are `QUESTIONS` (address → what its page asks first).
const root = document.documentElement;
const { pathname } = location;
let choice = 'system';
let known = false;
let owed = false;
try {
  choice = localStorage.getItem('baton-theme') || 'system';
  known = localStorage.getItem('baton-session') !== null;
  owed = localStorage.getItem('baton-signed-out') !== null;
} catch {
  // Storage may be switched off: follow the system.
}

// A dark desk never flashes white.
const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
root.dataset.theme = dark ? 'dark' : 'light';
document.querySelector('meta[name="theme-color"]').content = dark ? '#11131a' : '#f5f6fa';

// Whoever is not known here and asks for nothing in particular is about to sign in.
const DESK = /^\/(?:queue|tickets|search|macros|analytics|profile|admin)(?:\/|$)/;
const PICTURES = { '/sign-in': 'sign-in', '/queue': 'queue', '/tickets': 'my-tickets' };
const isPlain = location.search === '' || pathname === '/sign-in';
if (pathname === '/sign-in' ? !known : DESK.test(pathname) || (known && pathname === '/'))
  root.dataset.picture = (isPlain && PICTURES[pathname]) || 'desk';

// Whose cookie this is, is asked while the code is on its way. Somebody who signed out offline is signed out first.
const refresh = async () => {
  const answer = await fetch('/api/auth/refresh', { method: 'POST' });
  const body = await answer.json().catch(() => undefined);
  return { status: answer.status, body, retryAfter: answer.headers.get('retry-after') };
};
if (!owed) {
  globalThis.batonRefresh = navigator.locks ? navigator.locks.request('baton-refresh', refresh) : refresh();
  globalThis.batonRefresh.catch(() => undefined);
}

// What the page will ask for first is on its way while its code is. It waits no longer than the app would.
const ask = async (question, token) => {
  const signal = AbortSignal.timeout?.(30_000);
  const answer = await fetch(question, { headers: { Authorization: `Bearer ${token}` }, signal });
  return answer.status === 200 ? answer.json() : undefined;
};
const askFirst = ({ status, body }) => {
  if (status !== 200) return;
  const token = body.accessToken;
  const answers = new Map(QUESTIONS[pathname].map((question) => [question, ask(question, token)]));
  for (const answer of answers.values()) answer.catch(() => undefined);
  globalThis.batonAnswers = { token, askedAt: performance.now(), answers };
};
if (!owed && location.search === '' && QUESTIONS[pathname]) globalThis.batonRefresh.then(askFirst, () => undefined);

// All parts at once instead of one after another; each runs in a turn of its own, so that none holds up the picture.
const page = PAGES.find(([path]) => new RegExp(path).test(pathname));
for (const file of [...APP.slice(0, -1), ...(page?.[1] ?? []), ...APP.slice(-1)]) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.crossOrigin = '';
  // The picture stands already: the small answers it is filled with come before the code.
  script.fetchPriority = 'low';
  script.src = file;
  script.onerror = () => {
    root.dataset.picture = 'failed';
  };
  document.head.append(script);
}
