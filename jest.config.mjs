import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Jest runs CommonJS: its module mocks and isolation are stable only there. SWC turns our ESM, and the
// dependencies below that ship nothing but ESM, into CommonJS on the fly.
const esmOnly = [
  '@nestjs/',
  '@tokenizer/',
  '@borewit/',
  '@flystorage/',
  '@mui/x-',
  'content-disposition',
  'd3-',
  'delaunator',
  'file-type',
  'ical\\.js',
  'internmap',
  'linkifyjs',
  'robust-predicates',
  'strtok3',
  'temporal-',
  'token-types',
  'uint8array-extras',
  'uuid/',
];

const root = fileURLToPath(new URL('.', import.meta.url));

const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

/** One project per workspace. */
function project(name, folder, more = {}) {
  const at = (path) => join(root, folder, path);
  const own = createRequire(at('package.json'));
  return {
    displayName: name,
    rootDir: join(root, folder),
    roots: ['src', 'test'].map(at).filter(existsSync),
    testMatch: ['**/*.{spec,test}.{ts,tsx}'],
    testEnvironment: 'node',
    setupFiles: name === 'domain' ? [] : [own.resolve('reflect-metadata')],
    transform: { '\\.tsx$': swc(true), '\\.(ts|m?js)$': swc(false) },
    resolver: join(root, 'tools/jest/resolver.cjs'),
    // pnpm nests packages: node_modules/.pnpm/name@1.0.0/node_modules/name.
    transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|${esmOnly.join('|')})`],
    moduleNameMapper: {
      '^@baton/(domain|contracts)/(.*)$': join(root, 'packages/$1/src/$2'),
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    ...more,
  };
}

const api = join(root, 'apps/api/test/support');

export default {
  // Jest reads this here only: a project's own is ignored.
  testTimeout: 60_000,
  // Also on two processors: tests wait for the database as well. A worker that has grown is replaced.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    project('domain', 'packages/domain', { testEnvironment: join(root, 'tools/jest/plain-environment.cjs') }),
    project('contracts', 'packages/contracts'),
    // The API's tests share one PostgreSQL and clone a database per file from a template.
    project('api', 'apps/api', {
      globalSetup: join(api, 'global-setup.mjs'),
      globalTeardown: join(api, 'global-teardown.mjs'),
    }),
    project('web', 'apps/web', {
      testEnvironment: join(root, 'tools/jest/browser-environment.cjs'),
      setupFilesAfterEnv: [join(root, 'apps/web/test/setup.ts')],
    }),
  ],
};
