import type { PersonResponse } from '@baton/contracts/users/person.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { anyOf } from '../../platform/database/any-of.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { type PersonRow, presentPerson } from './person.presenter.js';

const BY_IDS = `
SELECT id, name, role, avatar_key AS "avatarKey" FROM users WHERE tenant_id = $1 AND id = ${anyOf('$2')}`;

const WORKERS = `
SELECT id FROM users
WHERE tenant_id = $1 AND id = ANY($2) AND status = 'approved' AND role IN ('coordinator', 'admin')`;

const ADMINS = `
SELECT id, name, email FROM users
WHERE tenant_id = $1 AND status = 'approved' AND role = 'admin' AND NOT invitation_pending ORDER BY id`;

const CONTACT = 'SELECT id, name, email FROM users WHERE tenant_id = $1 AND id = $2';

export interface Contact {
  id: string;
  name: string;
  email: string;
}

/** People as other features name them. */
@Injectable()
export class PersonQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Whoever of these exists in the actor's organization, by id. */
  async byIds(actor: Actor, ids: Iterable<string>): Promise<Map<string, PersonResponse>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.rows(actor, wanted);
    return new Map(rows.map((row) => [row.id, presentPerson(row)]));
  }

  /** The same as they are stored, for whoever presents them. */
  rows(actor: Actor, ids: readonly string[]): Promise<PersonRow[]> {
    return this.transaction.read(actor, () => this.transaction.query<PersonRow>(BY_IDS, [actor.tenantId, ids]));
  }

  /** Which of these are active coordinators or admins. */
  async workersAmong(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.transaction.read(actor, () =>
      this.transaction.query<{ id: string }>(WORKERS, [actor.tenantId, ids]),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Who decides about registrations. */
  admins(actor: Actor): Promise<Contact[]> {
    return this.transaction.read(actor, () => this.transaction.query<Contact>(ADMINS, [actor.tenantId]));
  }

  async contact(actor: Actor, id: string): Promise<Contact | null> {
    const rows = await this.transaction.read(actor, () =>
      this.transaction.query<Contact>(CONTACT, [actor.tenantId, id]),
    );
    return rows[0] ?? null;
  }
}
