import type { UserActor } from '@baton/domain/permissions/actor';
import { PERMISSIONS, type Role } from '@baton/domain/permissions/roles';
import { canWork } from '@baton/domain/permissions/ticket-policy';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';

const CALLED = `
SELECT u.id, u.name, u.role, u.status = 'approved' AS "isActive",
  ARRAY(SELECT m.team_id FROM team_members m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id) AS "teamIds"
FROM users u WHERE u.tenant_id = $1 AND u.id = ANY($2) ORDER BY u.name`;

interface CalledRow {
  id: string;
  name: string;
  role: Role;
  isActive: boolean;
  teamIds: string[];
}

/** Calling colleagues to a ticket. */
@Injectable()
export class MentionQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * @throws access.forbidden for those who do not work on the ticket, conversation.mention_unsuitable {people},
   *   resource.not_found for somebody unknown
   */
  async requireSuitable(actor: UserActor, inHand: TicketInHand, ids: readonly string[] = []): Promise<void> {
    if (ids.length === 0) return;
    const { facts, worksOnIt } = inHand;
    if (!worksOnIt) throw new AppError('access.forbidden');
    const called = await this.transaction.query<CalledRow>(CALLED, [actor.tenantId, ids]);
    if (called.length < ids.length) throw notFound();
    const people = called
      .filter(
        ({ role, isActive, teamIds }) => !isActive || !canWork({ permissions: PERMISSIONS[role] }, facts, teamIds),
      )
      .map(({ id, name }) => ({ id, name }));
    if (people.length > 0) throw new AppError('conversation.mention_unsuitable', { people });
  }
}
