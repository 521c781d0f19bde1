import { mailLayout, shorten, subjectLine } from '../../platform/mail/mail-layout.js';
import { ENGLISH } from './english.templates.js';
import type { MailKey, MailParams } from './mail-params.templates.js';

export type { MailKey, MailParams };

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** One mail, ready to send. Names and subjects may hold anything: what is not sanitized HTML is escaped. */
export function renderMail<Key extends MailKey>(key: Key, params: MailParams[Key]): RenderedMail {
  const { subject, heading, paragraphs, button, quote, because } = ENGLISH[key](params);
  const layout = mailLayout({
    sender: params.organizationName,
    preheader: shorten(quote?.text ?? paragraphs.join(' '), 120),
    heading,
    paragraphs: [`Hello ${params.recipientName},`, ...paragraphs],
    quote,
    button,
    footer: `${params.organizationName} help desk. You get this mail because ${because}`,
  });
  return { subject: subjectLine(subject), ...layout };
}
