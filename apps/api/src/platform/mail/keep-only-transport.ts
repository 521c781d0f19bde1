import { MailTransport } from './mail-transport.js';

/** Without a server, mails go nowhere: the mailbox page shows what was kept. */
export class KeepOnlyTransport extends MailTransport {
  async send(): Promise<'kept'> {
    return 'kept';
  }

  async check(): Promise<void> {}
}
