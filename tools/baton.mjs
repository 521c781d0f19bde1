/** `npm run baton -- COMMAND`: the operator's command line, after making sure that it is built. */
import { build } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { root } from './support/workspace.mjs';

bootstrap();
if (!(await build())) process.exit(1);
process.chdir(root);
await import('../apps/api/dist/cli.js');
