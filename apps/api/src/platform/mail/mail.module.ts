import { Global, Module } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { KeepOnlyTransport } from './keep-only-transport.js';
import { MailTransport } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

/** A server when one is configured, else the mailbox page is where mails end. */
export const mailTransportFrom = ({ SMTP_URL, MAIL_FROM }: Config): MailTransport =>
  SMTP_URL ? new SmtpTransport({ url: SMTP_URL, from: MAIL_FROM }) : new KeepOnlyTransport();

@Global()
@Module({
  providers: [{ provide: MailTransport, inject: [Config], useFactory: mailTransportFrom }],
  exports: [MailTransport],
})
export class MailModule {}
