import { chromium } from '@playwright/test';
const [,, user, path, out, w='1440', h='900', scheme='light', wait='1200'] = process.argv;
const base = process.env.BASE ?? 'http://localhost:3900';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') });
const ctx = await b.newContext({ viewport: { width: +w, height: +h }, colorScheme: scheme });
const p = await ctx.newPage();
p.on('console', (m) => { if (['error','warning'].includes(m.type())) console.log('console', m.type(), m.text()); });
p.on('pageerror', (e) => console.log('pageerror', e.message));
if (user !== '-') {
  await ctx.request.post(base + '/api/auth/login', { data: { email: user, password: 'baton-demo-2026' } });
}
await p.goto(base + path); await p.waitForTimeout(+wait);
await p.screenshot({ path: out });
console.log(p.url());
await b.close();
