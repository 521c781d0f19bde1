import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';

const number = Transform(({ value }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
const flag = Transform(({ value }) => value === '1' || value === 'true' || value === 'on' || value === true);

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const HTTP = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };
const SMTP = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };

/** Everything the environment may say, checked before anything starts. One property per variable, same name. */
export class Config {
  @IsOptional()
  @IsIn(['development', 'test', 'production'])
  NODE_ENV?: 'development' | 'test' | 'production';

  @number
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  @MaxLength(253)
  HOST = '127.0.0.1';

  /** Where people reach Baton; links in mails start with it, and cookies trust its origin. */
  @IsOptional()
  @IsUrl(HTTP)
  PUBLIC_URL?: string;

  /** `web` serves, `worker` runs jobs, `all` does both in one process. */
  @IsIn(['all', 'web', 'worker'])
  ROLE: 'all' | 'web' | 'worker' = 'all';

  /** As the application's own, non-owning role. Absent: an embedded PostgreSQL in DATA_DIR. */
  @IsOptional()
  @IsUrl(POSTGRES)
  DATABASE_URL?: string;

  /** As the owner of the schema; needed to migrate and for operator commands. */
  @IsOptional()
  @IsUrl(POSTGRES)
  DATABASE_OWNER_URL?: string;

  /** Connections of this process. */
  @number
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 8;

  /** Keeps frequent statements planned on their connections. `off` behind a pooler that mixes connections up. */
  @IsIn(['on', 'off'])
  DATABASE_PREPARE: 'on' | 'off' = 'on';

  /** How long a job waits for others to share a commit with, milliseconds; 0: not at all. */
  @number
  @IsInt()
  @Min(0)
  @Max(1000)
  JOB_SHARING_MS = 100;

  @IsString()
  @MinLength(1)
  DATA_DIR = '.data';

  /** `off` starts empty; the operator command creates the first organization. */
  @IsIn(['on', 'off'])
  DEMO: 'on' | 'off' = 'on';

  /** Signs access tokens; generated on the first embedded run, required with DATABASE_URL. */
  @ValidateIf((config: Config) => config.DATABASE_URL !== undefined)
  @IsString({ message: 'JWT_SECRET is required with DATABASE_URL' })
  @MinLength(32)
  JWT_SECRET?: string;

  @IsOptional()
  @IsUrl(SMTP)
  SMTP_URL?: string;

  @IsString()
  @MaxLength(254)
  MAIL_FROM = 'Baton <help@baton.test>';

  @IsOptional()
  @IsUrl(HTTP)
  S3_ENDPOINT?: string;

  @IsString()
  S3_REGION = 'us-east-1';

  @IsOptional()
  @IsString()
  S3_BUCKET?: string;

  @ValidateIf((config: Config) => config.S3_BUCKET !== undefined)
  @IsString({ message: 'S3_ACCESS_KEY_ID is required with S3_BUCKET' })
  S3_ACCESS_KEY_ID?: string;

  @ValidateIf((config: Config) => config.S3_BUCKET !== undefined)
  @IsString({ message: 'S3_SECRET_ACCESS_KEY is required with S3_BUCKET' })
  S3_SECRET_ACCESS_KEY?: string;

  /** How many proxies in front may be believed about the client's address. */
  @number
  @IsInt()
  @Min(0)
  @Max(10)
  TRUST_PROXY = 0;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  /** Adds `POST /api/test/clock`. Refused in production. */
  @flag
  @ValidateIf((config: Config) => config.NODE_ENV === 'production')
  @IsIn([false], { message: 'BATON_TEST_CLOCK is refused when NODE_ENV=production' })
  BATON_TEST_CLOCK = false;
}
