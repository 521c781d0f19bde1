import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { MailRefused, MailTransport } from '../../platform/mail/mail-transport.js';
import { MailEntity } from './mail.entity.js';

/**
 * Hands queued mails to the server. A temporary failure is tried again for days; a refusal is kept on the mail.
 * A crash between sending and noting it sends again, under the same Message-ID.
 */
@Injectable()
export class SendMailJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.handle('send_mail', ({ tenantId, mailId }) => this.send(tenantId, String(mailId)));
  }

  private async send(tenantId: TenantId, id: string): Promise<void> {
    const actor = systemActor(tenantId);
    const [mail] = await this.transaction.read(actor, () => this.queued(tenantId, id));
    if (!mail) return;
    const outcome = await this.deliver(mail);
    const sentAt = outcome.status === 'failed' ? null : this.clock.now();
    // What a server has taken is not kept: links in it let somebody in.
    const body = outcome.status === 'sent' ? { html: '', text: '' } : {};
    const changes = { ...outcome, ...body, sentAt };
    await this.transaction.run(actor, async () => this.transaction.update(MailEntity, { tenantId, id }, changes));
  }

  private queued(tenantId: TenantId, id: string): Promise<MailEntity[]> {
    return this.transaction.query(
      `SELECT ${this.transaction.columns(MailEntity, 'm')} FROM mails m WHERE m.tenant_id = $1 AND m.id = $2 AND m.status = 'queued'`,
      [tenantId, id],
    );
  }

  private async deliver(mail: MailEntity): Promise<Pick<MailEntity, 'status' | 'error'>> {
    const { recipient: to, subject, html, text, id } = mail;
    try {
      const status = await this.transport.send({ to, subject, html, text, messageId: `<${id}@baton>` });
      return { status, error: null };
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      return { status: 'failed', error: error.message.slice(0, 2000) };
    }
  }
}
