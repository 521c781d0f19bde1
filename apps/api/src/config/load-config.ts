import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Config } from './config.js';

/** One line per variable that is wrong. */
export class InvalidConfig extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads the variables Baton knows; an empty one counts as absent. @throws InvalidConfig */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const known = Object.keys(new Config()).concat(OPTIONAL);
  const given = Object.fromEntries(known.filter((name) => env[name]).map((name) => [name, env[name]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const errors = validateSync(config, { skipMissingProperties: false });
  // The last is the topmost rule of the property, its type: the others only follow from that being wrong.
  const problems = errors.flatMap((error) => Object.values(error.constraints ?? {}).at(-1) ?? []);
  if (problems.length > 0) throw new InvalidConfig(problems);
  return config;
}

/** Variables without a default are not own properties of a fresh Config. */
const OPTIONAL = [
  'NODE_ENV',
  'PUBLIC_URL',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'JWT_SECRET',
  'SMTP_URL',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
];
