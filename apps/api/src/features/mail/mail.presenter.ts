import type { MailResponse, MailSummaryResponse } from '@baton/contracts/mail/mail.response';
import type { MailStatus } from '@baton/contracts/mail/mail-status';

export interface SummaryRow {
  id: string;
  recipient: string;
  subject: string;
  template: string;
  status: MailStatus;
  createdAt: Date;
}

export interface MailRow extends SummaryRow {
  html: string;
  text: string;
  error: string | null;
}

export const presentMailSummary = (row: SummaryRow): MailSummaryResponse => ({
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  template: row.template,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
});

export const presentMail = (row: MailRow): MailResponse => ({
  ...presentMailSummary(row),
  html: row.html,
  text: row.text,
  error: row.error,
});
