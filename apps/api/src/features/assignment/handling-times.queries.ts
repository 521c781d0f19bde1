import type { HandlingTimes, Observed } from '@baton/domain/assignment/learned-times';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** Minutes of one stretch of work that count at most: begun work stops for the night. */
export const MAX_STRETCH_MINUTES = 240;

interface Row {
  categoryId: string;
  userId: string;
  tickets: number;
  minutes: number;
}

const ALL = `
SELECT category_id AS "categoryId", user_id AS "userId", tickets, minutes FROM handling_times
WHERE tenant_id = $1 AND tickets > 0`;

/** How long tickets took, as far as that was learned. */
@Injectable()
export class HandlingTimesQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async learned(actor: Actor): Promise<HandlingTimes> {
    const rows = await this.transaction.query<Row>(ALL, [actor.tenantId]);
    const categoryIds = [...new Set(rows.map(({ categoryId }) => categoryId))];
    const byCategory = categoryIds.map((id) => [id, rows.filter(({ categoryId }) => categoryId === id)] as const);
    const byPerson = (ofCategory: Row[]) => Object.fromEntries(ofCategory.map((row) => [row.userId, observed([row])]));
    return {
      overall: observed(rows),
      categories: Object.fromEntries(byCategory.map(([id, ofCategory]) => [id, observed(ofCategory)])),
      people: Object.fromEntries(byCategory.map(([id, ofCategory]) => [id, byPerson(ofCategory)])),
    };
  }
}

function observed(rows: readonly Row[]): Observed {
  const count = rows.reduce((sum, { tickets }) => sum + tickets, 0);
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  return { count, meanMinutes: count === 0 ? 0 : minutes / count };
}
