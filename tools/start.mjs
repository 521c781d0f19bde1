/**
 * `npm start`: from a fresh clone to a running help desk. The product then runs in this very process, so that
 * Ctrl-C, signals and a kill reach it without a middleman.
 */
import { bootstrap } from './support/bootstrap.mjs';
import { root } from './support/workspace.mjs';

bootstrap();
// The build tools exist only after the bootstrap.
const { build } = await import('./build.mjs');
if (!(await build())) process.exit(1);
process.chdir(root);
process.setSourceMapsEnabled(true);
await import('../apps/api/dist/main.js');
