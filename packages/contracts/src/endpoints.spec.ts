import { PERMISSIONS } from '@baton/domain/permissions/roles';
import { allEndpoints, ENDPOINTS } from './endpoints.js';
import { Nothing } from './http/endpoint.js';

const endpoints = allEndpoints();
const title = (endpoint: (typeof endpoints)[number]) => `${endpoint.method} ${endpoint.path}`;

describe('the endpoint table', () => {
  it('names every method and path once, whatever its parameters are called', () => {
    const routes = endpoints.map((endpoint) => title(endpoint).replace(/:\w+/g, ':'));
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
  });

  it('has a group per feature, none empty', () => {
    for (const group of Object.values(ENDPOINTS)) expect(Object.keys(group)).not.toHaveLength(0);
  });

  it.each(endpoints.map((endpoint) => [title(endpoint), endpoint] as const))('%s is complete', (_title, endpoint) => {
    expect(endpoint.access === 'public' || PERMISSIONS.admin.has(endpoint.access)).toBe(true);
    expect(endpoint.path).toMatch(/^(\/:?[a-zA-Z-]+)+$/);
    expect(endpoint.summary.length).toBeGreaterThan(5);
    const named = [...endpoint.path.matchAll(/:(\w+)/g)].length;
    expect(endpoint.params === Nothing).toBe(named === 0);
    if (endpoint.method === 'GET') expect(endpoint.body).toBe(Nothing);
    if (endpoint.response === Nothing && !endpoint.binary) expect([202, 204]).toContain(endpoint.status);
  });

  it('lets nobody write without signing in, save for getting in', () => {
    const open = endpoints.filter(({ access, method }) => access === 'public' && method !== 'GET').map(title);
    expect(open.every((route) => route.startsWith('POST /auth/'))).toBe(true);
  });
});
