import { runProcess } from './boot/run-process.js';

process.env.ROLE = 'worker';
await runProcess({ webRoot: null });
