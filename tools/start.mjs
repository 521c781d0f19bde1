/**
 * `npm start`: from a fresh clone to a running help desk. The product then runs in this very process, so that
 * Ctrl-C, signals and a kill reach it without a middleman.
 */
import { build } from './build.mjs';
import { bootstrap } from './support/bootstrap.mjs';
import { root } from './support/workspace.mjs';

bootstrap();
if (!(await build())) process.exit(1);
process.chdir(root);
await import('../apps/api/dist/main.js');
