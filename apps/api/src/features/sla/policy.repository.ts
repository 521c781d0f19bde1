import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { PolicyEntity } from './policy.entity.js';

/** A policy with the calendar it counts by. */
export type PolicyRow = PolicyEntity & { calendarName: string; calendarVersion: number };

/** Names of what conditions refer to that is not there: `categoryIds`, `teamIds`, `requesterIds`. */
const UNKNOWN = `
SELECT name FROM (VALUES
  ('categoryIds', $2::uuid[], ARRAY(SELECT id FROM categories WHERE tenant_id = $1 AND id = ANY($2))),
  ('teamIds', $3::uuid[], ARRAY(SELECT id FROM teams WHERE tenant_id = $1 AND id = ANY($3))),
  ('requesterIds', $4::uuid[], ARRAY(SELECT id FROM users WHERE tenant_id = $1 AND id = ANY($4)))
) given (name, wanted, found) WHERE NOT wanted <@ found`;

@Injectable()
export class PolicyRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** In their order. */
  list({ tenantId }: Actor): Promise<PolicyRow[]> {
    return this.transaction.query<PolicyRow>(
      `SELECT ${this.transaction.columns(PolicyEntity, 'p')}, c.name AS "calendarName", c.version AS "calendarVersion"
       FROM sla_policies p JOIN calendars c ON c.tenant_id = p.tenant_id AND c.id = p.calendar_id
       WHERE p.tenant_id = $1 ORDER BY p.position, p.id`,
      [tenantId],
    );
  }

  insert(policy: PolicyEntity): void {
    this.transaction.insert(PolicyEntity, policy);
  }

  change({ tenantId }: Actor, id: string, changes: Partial<PolicyEntity>): void {
    this.transaction.update(PolicyEntity, { tenantId, id }, changes);
  }

  delete({ tenantId }: Actor, id: string): void {
    this.transaction.send('DELETE FROM sla_policies WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
  }

  /** Places by the order of ids, from 0. */
  order({ tenantId }: Actor, ids: readonly string[]): void {
    this.transaction.send(
      `UPDATE sla_policies p SET position = wanted.place - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, place) WHERE p.tenant_id = $1 AND p.id = wanted.id`,
      [tenantId, ids],
    );
  }

  /** Which of the conditions name something that is not there. */
  async unknownIn({ tenantId }: Actor, conditions: PolicyEntity['conditions']): Promise<string[]> {
    const { categoryIds = [], teamIds = [], requesterIds = [] } = conditions;
    const rows = await this.transaction.query<{ name: string }>(UNKNOWN, [
      tenantId,
      categoryIds,
      teamIds,
      requesterIds,
    ]);
    return rows.map(({ name }) => name);
  }
}
