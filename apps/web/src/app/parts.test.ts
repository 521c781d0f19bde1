import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FOLLOWER_FILES, SMALL_FILES } from '../../build/chunks';

const SOURCES = ['..', '../../../../packages/contracts/src'].map((folder) => join(__dirname, folder));

describe('the parts of the code', () => {
  it.each([...FOLLOWER_FILES, ...SMALL_FILES])('know their files: %s', (file) => {
    expect(SOURCES.some((folder) => existsSync(join(folder, file)))).toBe(true);
  });
});
