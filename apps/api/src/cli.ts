import { runCommand } from './boot/operator/run-command.js';

process.exitCode = await runCommand(process.argv.slice(2), process.env, {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
