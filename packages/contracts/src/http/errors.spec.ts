import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ERRORS } from './errors.js';

const domain = join(dirname(require.resolve('@baton/domain/shared/decision')), '..');

const sources = (readdirSync(domain, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(domain, path), 'utf8'));

/** Codes of refusals, and codes kept in the domain's tables. */
const codes = sources.flatMap((source) =>
  [...source.matchAll(/refuse\(\s*'([^']+)'|:\s*'((?:auth|account|ticket)\.[a-z_]+)'/g)].map(
    (match) => match[1] ?? match[2],
  ),
);

describe('the error registry', () => {
  it('knows every code with which the domain refuses', () => {
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !(code && code in ERRORS))).toEqual([]);
  });

  it('has statuses of refusals and failures only', () => {
    for (const status of Object.values(ERRORS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });
});
