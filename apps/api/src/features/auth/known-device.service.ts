import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { signingSecret } from '../../platform/access/access-token.js';

const COOKIE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Remembers, in the browser, that an account has signed in there before. Such a device has its own budget of
 * failures, so that strangers who use up everybody else's cannot lock the owner out.
 */
@Injectable()
export class KnownDeviceService {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', signingSecret(config), '', 'baton known device', 32));
  }

  remember(email: string): string {
    const id = randomBytes(16).toString('base64url');
    return `${id}.${this.sign(id, email).toString('base64url')}`;
  }

  /** The device's id, when this account has signed in on it. */
  recognize(cookie: string | undefined, email: string): string | null {
    const [, id, signature] = COOKIE.exec(cookie ?? '') ?? [];
    if (!id || !signature) return null;
    return timingSafeEqual(Buffer.from(signature, 'base64url'), this.sign(id, email)) ? id : null;
  }

  private sign(id: string, email: string): Buffer {
    return createHmac('sha256', this.key).update(`${id}:${email}`).digest();
  }
}
