import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
/** Smaller files gain nothing. */
const MIN_BYTES = 1024;

const brotli = (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
const gzipped = (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 });

/** Writes `.br` and `.gz` beside each asset, so that the server never compresses the same bytes twice. */
export const precompress = (): Plugin => ({
  name: 'baton-precompress',
  apply: 'build',
  async writeBundle(options, bundle) {
    const names = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name));
    await Promise.all(
      names.map(async (name) => {
        const path = join(options.dir ?? '', name);
        const bytes = await readFile(path);
        if (bytes.length < MIN_BYTES) return;
        await Promise.all([
          brotli(bytes).then((small) => writeFile(`${path}.br`, small)),
          gzipped(bytes).then((small) => writeFile(`${path}.gz`, small)),
        ]);
      }),
    );
  },
});
