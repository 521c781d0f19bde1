import { MAIL_STATUSES } from '@baton/contracts/mail/mail-status';
import { defineTexts } from '../../shared/text/define-texts';

const [queued, sent, kept, failed] = MAIL_STATUSES;

export const texts = defineTexts({
  en: {
    title: 'Mailbox',
    text: 'No mail server is configured, so nothing leaves this server. Every mail is kept here to be read.',
    list: 'Mails',
    loadFailed: 'The mails did not load',
    mailFailed: 'This mail did not load',
    emptyTitle: 'No mails yet',
    emptyText: 'Invitations, approvals and replies appear here as soon as they are written.',
    sentTitle: 'Mails are really sent',
    sentText: 'A mail server is configured. What it delivers is for its reader only, so nothing is kept here.',
    choose: 'Choose a mail',
    chooseText: 'It is shown here as its reader would see it.',
    to: 'To',
    template: 'Template',
    formatted: 'Formatted',
    plain: 'Text',
    view: 'How the mail is shown',
    frame: (subject: string) => `Mail: ${subject}`,
    back: 'All mails',
    error: 'It could not be sent:',
    status: { [queued]: 'Being written', [sent]: 'Sent', [kept]: 'Kept', [failed]: 'Failed' },
  },
});
