import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inlineScripts } from './serve-web.js';

describe('scripts in the page itself', () => {
  it('are known by their content, those of a file are not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-web-'));
    writeFileSync(join(folder, 'index.html'), '<script>alert(1)</script><script src="/a.js"></script>');
    // As `openssl dgst -sha256 -binary | openssl base64` says of it.
    expect(inlineScripts(folder)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
    rmSync(folder, { recursive: true });
  });

  it('are none without an interface', () => {
    expect(inlineScripts(null)).toEqual([]);
    expect(inlineScripts(join(tmpdir(), 'baton-nowhere'))).toEqual([]);
  });
});
