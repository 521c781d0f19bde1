import { allEndpoints } from '@baton/contracts/endpoints';
import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { ROLES, type Role, roleMay } from '@baton/domain/permissions/roles';
import { Client } from '../support/client.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const NOBODY = '00000000-0000-7000-8000-000000000000';
const endpoints = allEndpoints();
const title = ({ method, path }: AnyEndpoint) => `${method} ${path}`;

/** Parameters that name nothing and no body: whoever is let in gets no further than 400 or 404. */
const knock = (client: Client, { method, path }: AnyEndpoint) =>
  client.raw(method, `/api${path.replace(/:\w+/g, NOBODY)}`, method === 'GET' ? {} : { body: {} });

/** A session per knock: some routes end the one they are called with. */
const clientOf = async (role: Role) => (await world.build.signedIn(world.acme[role])).client;

describe.each(endpoints.map((endpoint) => [title(endpoint), endpoint] as const))('%s', (_title, endpoint) => {
  const { access } = endpoint;

  if (access === 'public') {
    it('lets anybody in', async () => {
      const { error } = await knock(new Client(world.url), endpoint);
      expect(['access.unauthenticated', 'access.forbidden']).not.toContain(error?.code);
    });
    return;
  }

  it('asks strangers to sign in', async () => {
    for (const token of [null, 'nonsense', `${world.acme.admin.token.slice(0, -4)}AAAA`]) {
      const { status, error } = await knock(new Client(world.url, token), endpoint);
      expect([status, error.code]).toEqual([401, 'access.unauthenticated']);
    }
  });

  it.each(ROLES)(`as ${access} says, to: %s`, async (role) => {
    const { status, error } = await knock(await clientOf(role), endpoint);
    if (roleMay(role, access)) expect([401, 403]).not.toContain(status);
    else expect([status, error.code]).toEqual([403, 'access.forbidden']);
  });
});
