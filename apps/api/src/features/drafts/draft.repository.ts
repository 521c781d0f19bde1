import type { DraftKind } from '@baton/contracts/drafts/drafts.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DraftRow } from './drafts.presenter.js';

const COLUMNS = 'kind, body_html AS "bodyHtml", revision::float8 AS revision, updated_at AS "updatedAt"';

/** The condition is what makes late packets harmless: whichever order they arrive in, the highest revision stays. */
const SAVE = `
INSERT INTO drafts (tenant_id, user_id, ticket_id, kind, body_html, revision, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, user_id, ticket_id, kind) DO UPDATE
SET body_html = EXCLUDED.body_html, revision = EXCLUDED.revision, updated_at = EXCLUDED.updated_at
WHERE drafts.revision < EXCLUDED.revision
RETURNING ${COLUMNS}`;

const ONE = `SELECT ${COLUMNS} FROM drafts WHERE tenant_id = $1 AND user_id = $2 AND ticket_id = $3 AND kind = $4`;

const OF_TICKET = `
SELECT ${COLUMNS} FROM drafts WHERE tenant_id = $1 AND user_id = $2 AND ticket_id = $3 AND body_html <> '' ORDER BY kind`;

const USE_UP = `
INSERT INTO drafts (tenant_id, user_id, ticket_id, kind, body_html, revision, updated_at) VALUES ($1, $2, $3, $4, '', $5, $6)
ON CONFLICT (tenant_id, user_id, ticket_id, kind) DO UPDATE
SET body_html = '', revision = EXCLUDED.revision, updated_at = EXCLUDED.updated_at
WHERE drafts.revision <= EXCLUDED.revision`;

/** The only writer of drafts. A row without text is the memory of a draft: older packets must not bring it back. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** @returns what is kept now: this, or a newer one */
  async save(actor: UserActor, ticketId: string, kind: DraftKind, html: string, revision: number): Promise<DraftRow> {
    const key = [actor.tenantId, actor.userId, ticketId, kind];
    const values = [...key, html, revision, this.clock.now()];
    const [saved] = await this.transaction.query<DraftRow>(SAVE, values);
    const [kept] = saved ? [saved] : await this.transaction.query<DraftRow>(ONE, key);
    if (!kept) throw new Error('A draft was neither stored nor there');
    return kept;
  }

  ofTicket(actor: UserActor, ticketId: string): Promise<DraftRow[]> {
    return this.transaction.query(OF_TICKET, [actor.tenantId, actor.userId, ticketId]);
  }

  /** Removes the text up to this revision; a newer one stays. */
  async useUp(actor: UserActor, ticketId: string, kind: DraftKind, revision: number): Promise<void> {
    await this.transaction.query(USE_UP, [actor.tenantId, actor.userId, ticketId, kind, revision, this.clock.now()]);
  }
}
