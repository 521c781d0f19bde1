import { fileURLToPath } from 'node:url';
import { runProcess } from './boot/run-process.js';

await runProcess({ webRoot: fileURLToPath(new URL('../../web/dist', import.meta.url)) });
