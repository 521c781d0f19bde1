import type { PageQuery } from '@baton/contracts/http/page';
import type { MailListResponse, MailResponse } from '@baton/contracts/mail/mail.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/list-cursor.js';
import { type MailRow, presentMail, presentMailSummary, type SummaryRow } from './mail.presenter.js';

const SUMMARY = 'id, recipient, subject, template, status, created_at AS "createdAt"';

const LIST = `
SELECT ${SUMMARY} FROM mails
WHERE tenant_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
ORDER BY created_at DESC, id DESC LIMIT $4`;

const ONE = `SELECT ${SUMMARY}, html, text, error FROM mails WHERE tenant_id = $1 AND id = $2`;

const DEFAULT_LIMIT = 25;

/** What would have been sent. With a real mail server there is no mailbox: the mails hold what only their reader may see. */
@Injectable()
export class MailQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly config: Config,
  ) {}

  /** Newest first. @throws resource.not_found when mails are really sent */
  async list(actor: Actor, query: PageQuery): Promise<MailListResponse> {
    this.requireMailbox();
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 'instant');
    const parameters = [actor.tenantId, after?.value ?? null, after?.id ?? null, limit + 1];
    const rows = await this.transaction.run(actor, () => this.transaction.query<SummaryRow>(LIST, parameters));
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? encodeCursor({ value: last.createdAt.toISOString(), id: last.id }) : null;
    return { items: items.map(presentMailSummary), nextCursor };
  }

  /** @throws resource.not_found */
  async get(actor: Actor, id: string): Promise<MailResponse> {
    this.requireMailbox();
    const rows = await this.transaction.run(actor, () => this.transaction.query<MailRow>(ONE, [actor.tenantId, id]));
    if (!rows[0]) throw notFound();
    return presentMail(rows[0]);
  }

  private requireMailbox(): void {
    if (this.config.SMTP_URL) throw notFound();
  }
}
