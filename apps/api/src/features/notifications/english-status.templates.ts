import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import type { MailParams } from './mail-params.templates.js';

type Move = MailParams['ticket.status_changed'];

interface StatusWords {
  /** Who did what: the heading, and the beginning of the subject. */
  happened: string;
  /** What follows from it. */
  next: string;
}

const who = ({ actor }: Move): string => actor || 'Baton';

const WORDS: Record<TicketStatus, (move: Move) => StatusWords> = {
  new: (move) => ({
    happened: `${who(move)} put ${move.number} back to the start`,
    next: 'Finding the right person.',
  }),
  open: (move) => ({
    happened: `${who(move)} handed ${move.number} back`,
    next: 'Finding the right person.',
  }),
  in_progress: (move) => ({
    happened: `${who(move)} is working on ${move.number}`,
    next: 'You get a mail when there is a reply.',
  }),
  waiting: (move) => ({
    happened: `${who(move)} is waiting for an answer on ${move.number}`,
    next: 'Work goes on as soon as the requester replies in the ticket.',
  }),
  resolved: (move) => ({
    happened: `${who(move)} resolved ${move.number}`,
    next: 'If it is solved, there is nothing left to do. If it is not, reply or reopen the ticket.',
  }),
  closed: (move) => ({
    happened: move.actor ? `${move.actor} closed ${move.number}` : `${move.number} closed by itself`,
    next: 'If it comes back, reply in the ticket: that starts a follow-up.',
  }),
  withdrawn: (move) => ({
    happened: `${who(move)} withdrew ${move.number}`,
    next: 'Nothing more needs to be done.',
  }),
};

const reopened = (move: Move): StatusWords => ({
  happened: `${who(move)} reopened ${move.number}`,
  next: 'Work on it goes on.',
});

const answered = (move: Move): StatusWords => ({
  happened: `${who(move)} answered, ${move.number} goes on`,
  next: 'The ticket waited for this answer.',
});

/** Each move in its own words; two of them mean something else depending on where the ticket comes from. */
export function statusWords(move: Move): StatusWords {
  if (move.from === 'resolved' && move.to === 'open') return reopened(move);
  if (move.from === 'waiting' && move.to === 'open') return answered(move);
  return WORDS[move.to](move);
}
