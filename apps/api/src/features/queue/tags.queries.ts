import type { ListTagsQuery } from '@baton/contracts/queue/queue.dto';
import type { TagListResponse } from '@baton/contracts/queue/queue.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { beginningWith, SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { workableBy } from '../tickets/ticket-visibility.queries.js';

/** How many tickets, the latest changed, tell which tags are in use: suggestions need no more. */
const LATEST = 5000;
const MOST = 100;

@Injectable()
export class TagsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  list(actor: UserActor, { q }: ListTagsQuery): Promise<TagListResponse> {
    const parameters = new SqlParameters();
    const wanted = q ? `WHERE lower(tag) LIKE ${parameters.add(beginningWith(q.toLowerCase()))}` : '';
    return this.transaction.read(actor, async () => ({
      items: await this.transaction.query<{ tag: string; count: number }>(
        `SELECT tag, count(*)::int AS count FROM (
           SELECT t.tags FROM tickets_of_tenant t
           WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.tags <> '{}' AND ${workableBy(actor, parameters)}
           ORDER BY t.updated_at DESC LIMIT ${LATEST}
         ) latest CROSS JOIN LATERAL unnest(tags) tag ${wanted}
         GROUP BY tag ORDER BY count DESC, tag LIMIT ${MOST}`,
        parameters.values,
      ),
    }));
  }
}
