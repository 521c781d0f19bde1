import type { MessageVersionResponse } from '@baton/contracts/conversation/conversation.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';
import type { MessageEntity } from './message.entity.js';

/** The lock on the message's ticket lets nobody else count at the same time. */
const KEEP = `
INSERT INTO message_versions (tenant_id, message_id, version, body_html, edited_by_id, replaced_at)
SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 FROM message_versions WHERE tenant_id = $1 AND message_id = $2`;

const LIST = `
SELECT v.version, v.body_html AS "bodyHtml", v.replaced_at AS "replacedAt",
  json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'avatarKey', u.avatar_key) AS "editedBy"
FROM message_versions v JOIN users u ON u.tenant_id = v.tenant_id AND u.id = v.edited_by_id
WHERE v.tenant_id = $1 AND v.message_id = $2 ORDER BY v.version DESC LIMIT $3`;

/** The last ones, should somebody edit on and on. */
const MAX_LISTED = 100;

interface VersionRow {
  version: number;
  bodyHtml: string;
  replacedAt: Date;
  editedBy: PersonRow;
}

/** What messages said before. */
@Injectable()
export class MessageVersionRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Keeps the present text, which is about to be replaced. */
  async keep(actor: UserActor, { id, bodyHtml }: MessageEntity): Promise<void> {
    await this.transaction.query(KEEP, [actor.tenantId, id, bodyHtml, actor.userId, this.clock.now()]);
  }

  async forget(actor: Actor, messageId: string): Promise<void> {
    await this.transaction.query('DELETE FROM message_versions WHERE tenant_id = $1 AND message_id = $2', [
      actor.tenantId,
      messageId,
    ]);
  }

  async list(actor: Actor, messageId: string): Promise<MessageVersionResponse[]> {
    const rows = await this.transaction.query<VersionRow>(LIST, [actor.tenantId, messageId, MAX_LISTED]);
    return rows.reverse().map(({ version, bodyHtml, replacedAt, editedBy }) => ({
      version,
      body: bodyHtml,
      editedBy: presentPerson(editedBy),
      at: replacedAt.toISOString(),
    }));
  }
}
