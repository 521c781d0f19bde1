import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decidePassword, PASSWORD_MAX_BYTES } from '@baton/domain/accounts/password-policy';
import { Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';
import { Config } from '../../config/config.js';
import { enforce } from '../../platform/http/app-error.js';

const COST = 12;
/** Tests hash by the thousand; the strength of their passwords is not what they test. */
const COST_IN_TESTS = 4;

/** Ten characters and more, from public breaches and the usual ways to decorate a word. */
const COMMON = new Set(readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8').split('\n'));

/** bcrypt, with its two traps closed: nothing is cut off silently, and a missing account costs as much as a real one. */
@Injectable()
export class PasswordHashService {
  private readonly cost: number;
  private readonly nobodys: Promise<string>;

  constructor(config: Config) {
    this.cost = config.NODE_ENV === 'test' ? COST_IN_TESTS : COST;
    this.nobodys = bcrypt.hash(randomBytes(32).toString('base64'), this.cost);
  }

  /** @param identity the person's own words, of which a password must not consist @throws AppError password.* */
  async hashNew(password: string, identity: readonly string[]): Promise<string> {
    enforce(decidePassword(password, COMMON, identity));
    return bcrypt.hash(password, this.cost);
  }

  /** Takes the same time with no hash, which nothing matches. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const isRight = await bcrypt.compare(password, hash ?? (await this.nobodys));
    return isRight && hash !== null && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES;
  }
}
