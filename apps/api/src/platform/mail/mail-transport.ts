export interface OutgoingMail {
  /** One bare address. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** `<…@…>`, the same for every attempt, so that a mail sent twice is recognized as one. */
  messageId: string;
  headers?: Record<string, string>;
}

/** How mails leave. Also the injection token. */
export abstract class MailTransport {
  /**
   * `kept` when no server is configured and the mail stays readable in the mailbox page.
   * @throws MailRefused when trying again is pointless; any other error is worth a retry
   */
  abstract send(mail: OutgoingMail): Promise<'sent' | 'kept'>;
  /** Rejects when mails could not be handed over now. */
  abstract check(): Promise<void>;
}

/** The server refused this mail for good: no such mailbox, not from you, not this content. */
export class MailRefused extends Error {}
