import { parseArgs } from 'node:util';
import { InvalidConfig, loadConfig } from '../../config/load-config.js';
import { AppError } from '../../platform/http/app-error.js';
import { ERROR_TEXTS } from '../../platform/http/error-texts.js';
import { COMMANDS, type Command, type Option } from './operator-commands.js';
import { OperatorError } from './operator-error.js';

export interface Terminal {
  say: (text: string) => void;
  complain: (text: string) => void;
}

const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;

/** Signs nothing; demanded of serving processes only. */
const UNUSED_SECRET = 'operator commands sign no tokens';

/** Carries out one command of the operator. @returns the process's exit code */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.say(help());
    return DONE;
  }
  const command = COMMANDS[name];
  if (!command) {
    terminal.complain(`There is no command ${name}.\n\n${help()}`);
    return MISUSED;
  }
  const { values, problems } = read(rest, command);
  if (problems.length > 0) {
    terminal.complain([...problems, '', usage(name, command)].join('\n'));
    return MISUSED;
  }
  try {
    terminal.say(await command.run(values, loadConfig({ ...env, JWT_SECRET: env.JWT_SECRET || UNUSED_SECRET }), env));
    return DONE;
  } catch (error) {
    terminal.complain(inWords(error));
    return error instanceof InvalidConfig ? MISUSED : REFUSED;
  }
}

function read(args: string[], { options }: Command): { values: Record<string, string>; problems: string[] } {
  const types = Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }]));
  try {
    const values = parseArgs({ args, options: types }).values as Record<string, string>;
    const problems = Object.entries(options).flatMap(([name, option]) => problemWith(name, option, values[name]));
    return { values, problems };
  } catch (error) {
    return { values: {}, problems: [(error as Error).message] };
  }
}

function problemWith(name: string, { what, accepts, isOptional }: Option, text: string | undefined): string[] {
  if (text === undefined) return isOptional ? [] : [`--${name} is missing: ${what}.`];
  return accepts(text) ? [] : [`--${name} must be ${what}.`];
}

/** A domain refusal has a sentence of its own; anything unforeseen keeps its message. */
function inWords(error: unknown): string {
  if (error instanceof AppError) return ERROR_TEXTS[error.code];
  if (error instanceof OperatorError || error instanceof InvalidConfig) return error.message;
  return `It did not work: ${(error as Error).message || String(error)}`;
}

function usage(name: string, { options }: Command): string {
  const words = Object.entries(options).map(([option, { isOptional }]) =>
    isOptional ? `[--${option} …]` : `--${option} …`,
  );
  return `Usage: npm run baton -- ${[name, ...words].join(' ')}`;
}

function help(): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, command]) => `  ${name.padEnd(15)} ${command.summary}\n  ${usage(name, command)}`,
  );
  return `Operator commands of Baton:\n\n${commands.join('\n\n')}`;
}
