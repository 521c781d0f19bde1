import { createHash, randomBytes } from 'node:crypto';
import type { TenantId } from '@baton/domain/shared/brand';

/** A secret that says which organization it belongs to, so that it can be looked up under row-level security. */
export interface OpaqueToken {
  tenantId: TenantId;
  /** SHA-256 of the whole: all that is ever stored. */
  hash: Buffer;
}

const TOKEN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 256 random bits behind the tenant. The text is shown once and kept nowhere. */
export function newOpaqueToken(tenantId: TenantId): OpaqueToken & { text: string } {
  const text = `${tenantId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`;
  return { text, tenantId, hash: digest(text) };
}

/** Null for anything that cannot be one of our tokens. Whether it is one, only its hash in the database tells. */
export function readOpaqueToken(text: string): OpaqueToken | null {
  const groups = TOKEN.exec(text)?.slice(1);
  return groups ? { tenantId: groups.join('-') as TenantId, hash: digest(text) } : null;
}
