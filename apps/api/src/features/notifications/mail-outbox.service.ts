import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { insertJobs } from '../../platform/jobs/job-rows.js';
import type { Reader } from './mail-params.templates.js';
import { type MailKey, type MailParams, renderMail } from './notifications.templates.js';

/** What every template gets without being told. */
type Surroundings = 'organizationName' | 'recipientName' | 'baseUrl' | 'timeZone';

const READER = `
SELECT t.name AS "organizationName", u.time_zone AS "timeZone"
FROM tenants t JOIN users u ON u.tenant_id = t.id AND u.email = $2 WHERE t.id = $1`;

/** A mail that is queued already has its job. */
const QUEUE = `
WITH mail AS (
  INSERT INTO mails (tenant_id, id, event_id, template, recipient, subject, html, text, status, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9) ON CONFLICT DO NOTHING RETURNING tenant_id, id
)${insertJobs('send_mail', "json_build_object('tenantId', tenant_id, 'mailId', id)")} FROM mail`;

const FORGET = `
DELETE FROM mails WHERE tenant_id = $1 AND event_id IN (SELECT id FROM events WHERE tenant_id = $1 AND message_id = $2)`;

/** Mails leave with the commit of what they tell about, once per event, template and recipient. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly config: Config,
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Where links in mails lead. */
  get baseUrl(): string {
    return (this.config.PUBLIC_URL ?? `http://localhost:${this.config.PORT}`).replace(/\/$/, '');
  }

  queue<K extends MailKey>(
    { tenantId }: { tenantId: TenantId },
    eventId: string,
    key: K,
    to: { email: string; name: string },
    params: Omit<MailParams[K], Surroundings>,
  ): Promise<void> {
    return this.transaction.run({ tenantId }, async () => {
      const [reader] = await this.transaction.query<Pick<Reader, 'organizationName' | 'timeZone'>>(READER, [
        tenantId,
        to.email,
      ]);
      const surroundings = { ...reader!, recipientName: to.name, baseUrl: this.baseUrl };
      const { subject, html, text } = renderMail(key, { ...params, ...surroundings } as MailParams[K]);
      const values = [tenantId, newId(), eventId, key, to.email, subject, html, text, this.clock.now()];
      this.transaction.send(QUEUE, values);
    });
  }

  /** What mails still say of a message that was redacted. One that was sent is out of reach. */
  async forgetMessage({ tenantId }: { tenantId: TenantId }, messageId: string): Promise<void> {
    await this.transaction.query(FORGET, [tenantId, messageId]);
  }
}
