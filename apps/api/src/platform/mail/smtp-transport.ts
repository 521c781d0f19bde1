import type { OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { MailRefused, MailTransport, type OutgoingMail } from './mail-transport.js';

interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  url: string;
  /** `Name <address>`. */
  from: string;
}

const TIMEOUT_MS = 15_000;

/** Tells the other side's robots that no person wrote this, so that none of them answers. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Any SMTP server, over a few connections kept open. */
export class SmtpTransport extends MailTransport implements OnModuleDestroy {
  private readonly pool;

  constructor({ url, from }: SmtpSettings) {
    super();
    this.pool = createTransport(
      {
        url,
        pool: true,
        maxConnections: 3,
        // Trying again is the job's decision: it knows what was sent.
        maxRequeues: 0,
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    );
    // Failures reach whoever sends or checks; without a listener an idle connection's end would end the process.
    this.pool.on('error', () => undefined);
  }

  async send({ to, headers, ...mail }: OutgoingMail): Promise<'sent'> {
    try {
      // As an object, an address with a comma or a bracket in it cannot turn into two.
      await this.pool.sendMail({ ...mail, to: { name: '', address: to }, headers: { ...AUTOMATIC, ...headers } });
      return 'sent';
    } catch (error) {
      throw isFinal(error) ? new MailRefused((error as Error).message) : error;
    }
  }

  async check(): Promise<void> {
    await this.pool.verify();
  }

  onModuleDestroy(): void {
    this.pool.close();
  }
}

/** A 5xx about this mail. Refused credentials (53x) are ours to repair and every mail's trouble, so they can wait. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return aboutThisMail && responseCode >= 500 && Math.floor(responseCode / 10) !== 53;
}
