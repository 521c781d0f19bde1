/** Who may import whom: the boundaries of docs/architecture.md, one rule each. `npm run check` enforces them. */

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const api = '^apps/api/src';
const web = '^apps/web/src';
const tests = '\\.(spec|test)\\.tsx?$|^apps/[^/]+/test/';
/** A package as it looks once resolved, wherever pnpm keeps it. */
const installed = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const packages = [
  rule(
    'domain-is-pure',
    'The domain is rules without machinery: it imports nothing but itself and the rules of time.',
    { path: '^packages/domain/src', pathNot: tests },
    { pathNot: ['^packages/domain/src', installed('temporal-polyfill', 'ical\\.js')] },
  ),
  rule(
    'contracts-know-only-the-domain',
    'What crosses the wire is built from the domain, never from one of the two sides.',
    { path: '^packages/contracts/src' },
    { path: '^apps/' },
  ),
  rule(
    'contracts-have-no-framework',
    'Contracts run in the browser and in the server, so neither side’s framework may leak in.',
    { path: '^packages/contracts/src' },
    { path: installed('@nestjs', 'typeorm', 'react', '@mui', 'fastify', 'socket.io') },
  ),
];

const server = [
  rule(
    'config-stands-alone',
    'Configuration is read before anything else exists.',
    { path: `${api}/config/`, pathNot: tests },
    { path: `${api}/(features|platform)/` },
  ),
  rule(
    'platform-knows-no-feature',
    'The platform would fit any product; a feature it knows by name could not be removed.',
    { path: `${api}/platform/`, pathNot: tests },
    { path: `${api}/(features/|app\\.module)` },
  ),
  rule(
    'features-do-not-look-up',
    'Only the entry points assemble the application.',
    { path: `${api}/features/`, pathNot: tests },
    { path: `${api}/[^/]+\\.ts$` },
  ),
  rule(
    'features-meet-through-services',
    'A feature is used through its service or queries, and its presenter shapes what others show of it; its tables and repository are its own business.',
    { path: `${api}/features/([^/]+)/`, pathNot: tests },
    { path: `${api}/features/`, pathNot: [`${api}/features/$1/`, '\\.(service|queries|presenter|module)\\.ts$'] },
  ),
  rule(
    'few-files-know-typeorm',
    'TypeORM lives in repositories, queries, entities and platform/database; the boot only hands it over.',
    { path: api, pathNot: [tests, `${api}/(boot|platform/database)/`, '\\.(repository|queries|entity)\\.ts$'] },
    { path: installed('typeorm') },
  ),
  rule(
    'features-never-open-connections',
    'Only the platform holds database connections; features use its transaction.',
    { path: `${api}/features/`, pathNot: tests },
    { path: installed('pg') },
  ),
  rule(
    'few-files-know-the-wire',
    'HTTP and sockets end at controllers, gateways and platform/http, access and realtime.',
    {
      path: api,
      pathNot: [tests, `${api}/platform/(http|access|realtime)/`, `${api}/boot/`, '\\.(controller|gateway)\\.ts$'],
    },
    { path: installed('fastify', '@fastify', 'socket.io', '@nestjs/websockets', '@nestjs/platform-[a-z.-]+') },
  ),
];

const browser = [
  rule(
    'shared-knows-no-feature',
    'web: app → pages → features → shared, never the other way.',
    { path: `${web}/shared/` },
    { path: `${web}/(app|pages|features)/` },
  ),
  rule(
    'features-know-no-page',
    'web: app → pages → features → shared, never the other way.',
    { path: `${web}/features/` },
    { path: `${web}/(app|pages)/` },
  ),
  rule(
    'pages-know-no-app',
    'web: app → pages → features → shared, never the other way.',
    { path: `${web}/pages/` },
    { path: `${web}/app/` },
  ),
  rule(
    'web-features-are-strangers',
    'Features of the web app never import each other; a page composes them.',
    { path: `${web}/features/([^/]+)/` },
    { path: `${web}/features/`, pathNot: `${web}/features/$1/` },
  ),
];

const everywhere = [
  rule(
    'no-cycles',
    'Files that import each other cannot be understood one at a time.',
    {},
    { circular: true, dependencyTypesNot: ['dynamic-import'] },
  ),
  rule(
    'apps-are-strangers',
    'The apps talk over the wire; what they share belongs in packages. The journeys read the API tests’ list of attacks.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: ['^apps/$1/', '^apps/api/test/support/xss-vectors\\.ts$'] },
  ),
  rule('product-imports-no-test', 'Tests depend on the product.', { pathNot: tests }, { path: tests }),
];

module.exports = {
  forbidden: [...packages, ...server, ...browser, ...everywhere],
  options: {
    exclude: '/(dist|build|node_modules/\\.vite)/',
    doNotFollow: { path: 'node_modules' },
    // Workspace packages answer with their sources under `types`.
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
};
