import { generateKeyPairSync } from 'node:crypto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { JwtService, type JwtSignOptions } from '@nestjs/jwt';
import { io } from 'socket.io-client';
import { Browser } from '../../../test/support/browser.js';
import { addOrganization, addPerson, type Organization, signIn } from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock/clock.js';
import { SessionQueries } from './session.queries.js';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'));

describe('an access token', () => {
  let app: TestApp;
  let acme: Organization;
  let browser: Browser;
  let good: string;

  const meWith = (token: string | null) => {
    const bearer = new Browser(app.url);
    bearer.token = token;
    return bearer.outcome(authEndpoints.me);
  };

  /** What the handshake says: `connected`, or the error's message. */
  const socketWith = (token: unknown): Promise<string> =>
    new Promise((resolve) => {
      const socket = io(app.url, { auth: { token }, transports: ['websocket'], forceNew: true, reconnection: false });
      const end = (outcome: string) => {
        socket.disconnect();
        resolve(outcome);
      };
      socket.on('connect', () => end('connected'));
      socket.on('connect_error', (error) => end(error.message));
    });

  /** The good claims under other rules. */
  const forge = (claims: object, options: JwtSignOptions = {}): string => {
    const { iss, aud, ...rest } = decode(good);
    return new JwtService().sign(JSON.parse(JSON.stringify({ ...rest, ...claims })), {
      secret: app.app.get(Config).JWT_SECRET as string,
      algorithm: 'HS256',
      issuer: iss,
      audience: aud,
      ...options,
    });
  };

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    browser = await signIn(app, await addPerson(app, acme));
    good = browser.token!;
  });
  afterAll(() => app.stop());

  it('is asked for once by requests that come together, and again once it was ended meanwhile', async () => {
    const asked = jest.spyOn(app.app.get(SessionQueries), 'liveRole');
    const own = await signIn(app, await addPerson(app, acme));
    const me = () => own.outcome(authEndpoints.me);
    expect(await Promise.all([me(), me(), me(), me()])).toEqual([200, 200, 200, 200]);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await own.outcome(authEndpoints.logout)).toBe(204);
    expect(await Promise.all([me(), me()])).toEqual(['access.unauthenticated', 'access.unauthenticated']);
    asked.mockRestore();
  });

  it('opens no socket on the memory of a session that another process ended', async () => {
    const own = await signIn(app, await addPerson(app, acme));
    expect(await own.outcome(authEndpoints.me)).toBe(200);
    await app.sql('UPDATE sessions SET revoked_at = now() WHERE id = $1', [decode(own.token!).sid]);
    expect(await socketWith(own.token)).toBe('access.unauthenticated');
  });

  it('opens requests and sockets', async () => {
    expect(await meWith(good)).toBe(200);
    expect(await meWith(forge({}))).toBe(200);
    expect(await socketWith(good)).toBe('connected');
  });

  it('is refused when it is anything else', async () => {
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const unsigned = encode({ alg: 'none', typ: 'JWT' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const other = await addPerson(app, acme, { role: 'admin' });
    const forgeries: Record<string, string> = {
      none: `${unsigned}.${payload}.`,
      'none with the signature': `${unsigned}.${payload}.${signature}`,
      'no signature': `${header}.${payload}.`,
      'other claims under the signature': `${header}.${encode({ ...decode(good), sub: other.id })}.${signature}`,
      HS384: forge({}, { algorithm: 'HS384' }),
      HS512: forge({}, { algorithm: 'HS512' }),
      RS256: forge({}, { algorithm: 'RS256', secret: rsa.export({ type: 'pkcs8', format: 'pem' }) as string }),
      'another secret': forge({}, { secret: 'another secret that is long enough to sign with' }),
      'another issuer': forge({}, { issuer: 'somebody' }),
      'another audience': forge({}, { audience: 'somewhere' }),
      expired: forge({ exp: Math.floor(Date.now() / 1000) - 1 }),
      'no expiry': forge({ exp: undefined }),
      'another use': forge({ use: 'reset' }),
      'another session': forge({ sid: other.id }),
      'another user of the session': forge({ sub: other.id }),
      'another tenant': forge({ tid: other.id }),
      'a refresh token': browser.cookies.get('baton_refresh')!,
      rubbish: 'x.y.z',
    };
    const outcomes = Object.entries(forgeries).map(async ([name, token]) => [
      name,
      await meWith(token),
      await socketWith(token),
    ]);
    const refused = Object.keys(forgeries).map((name) => [name, 'access.unauthenticated', 'access.unauthenticated']);
    expect(await Promise.all(outcomes)).toEqual(refused);
    expect(await meWith(null)).toBe('access.unauthenticated');
    for (const token of [undefined, null, 7, { toString: 'x' }])
      expect(await socketWith(token)).toBe('access.unauthenticated');
  });

  it('ends after a quarter of an hour of the system’s time', async () => {
    await app.app.get(Clock).advance(890);
    expect(await meWith(good)).toBe(200);
    await app.app.get(Clock).advance(11);
    expect(await meWith(good)).toBe('access.unauthenticated');
    expect(await socketWith(good)).toBe('access.unauthenticated');
  });
});
