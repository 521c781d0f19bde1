import { allEndpoints } from '@baton/contracts/endpoints';
import { Client } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const LINE = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/;

/** The router's own tree, as `METHOD /path` with HEAD left out: it goes with every GET. */
function servedRoutes(): string[] {
  const router = app.app.getHttpAdapter().getInstance() as unknown as { printRoutes(options: object): string };
  const ancestors: string[] = [];
  return router
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = LINE.exec(line) ?? [];
      const depth = indent.length / 4;
      const path = `${ancestors[depth - 1] ?? ''}${part}`;
      ancestors.splice(depth, ancestors.length, path);
      return methods
        .split(', ')
        .filter((method) => method && method !== 'HEAD')
        .map((method) => `${method} ${path}`);
    });
}

/** What no row of the table describes: the table's own documentation, and the interface's pages. */
const BESIDE = ['GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs/start.js', 'GET /api/docs/:file', 'GET *'];

describe('the served routes', () => {
  it('are the rows of the endpoint table, no more and no fewer', () => {
    const promised = allEndpoints().map(({ method, path }) => `${method} /api${path}`);
    expect(servedRoutes().sort()).toEqual([...promised, ...BESIDE].sort());
  });

  it('are documented one by one', async () => {
    const { body } = await new Client(app.url).raw('GET', '/api/openapi.json');
    const { paths, openapi } = body as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(openapi).toMatch(/^3\.1/);
    for (const { method, path } of allEndpoints()) {
      const documented = paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`];
      if (!path.startsWith('/test/')) expect(documented).toHaveProperty(method.toLowerCase());
    }
  });

  it('answer nothing outside of themselves', async () => {
    const client = new Client(app.url);
    for (const path of ['/api', '/api/', '/api/nothing', '/api/tickets/x/y/z', '/api/v1/tickets', '/socket.io/none']) {
      const { status, error } = await client.raw('GET', path);
      expect({ path, status: [400, 404].includes(status) }).toEqual({ path, status: true });
      if (path.startsWith('/api')) expect(error.code).toBe('resource.not_found');
    }
  });
});
