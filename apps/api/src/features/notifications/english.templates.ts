import type { WaitingReason } from '@baton/domain/assignment/decision';
import type { Role } from '@baton/domain/permissions/roles';
import type { SlaMetric } from '@baton/domain/sla/policy';
import { statusWords } from './english-status.templates.js';
import type { MailKey, MailParams, Reader } from './mail-params.templates.js';

/** One mail in words. The layout adds the greeting and the clothes. */
export interface MailWords {
  subject: string;
  heading: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  quote?: { author: string; html: string; text: string };
  /** Ends the sentence "You get this mail because …". */
  because: string;
}

type Catalog = { [Key in MailKey]: (params: MailParams[Key]) => MailWords };

const ROLES: Record<Role, string> = { employee: 'an employee', coordinator: 'a coordinator', admin: 'an admin' };

/** Of a team. */
const NOBODY: Record<WaitingReason, (team: string) => string> = {
  manual_mode: (team) => `${team} gives out its work by hand.`,
  nobody_in_team: (team) => `Nobody is in ${team} who could take it.`,
  nobody_skilled: (team) => `Nobody in ${team} has the skills that its category needs.`,
  handed_back: (team) => `Everybody in ${team} who could do it has handed it back.`,
  nobody_available: (team) => `Nobody in ${team} who could do it is at work now.`,
  everybody_full: (team) => `Everybody in ${team} who could do it has as much work as they are meant to have.`,
};

const PROMISES: Record<SlaMetric, string> = {
  first_response: 'The first response',
  next_response: 'The next response',
  resolution: 'The resolution',
};

const clock = (at: Date, { timeZone }: Reader): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);

const openTicket = ({ baseUrl, number }: { baseUrl: string; number: string }) => ({
  label: `Open ${number}`,
  url: `${baseUrl}/tickets/${encodeURIComponent(number)}`,
});

const accounts: Pick<Catalog, Exclude<MailKey, `ticket.${string}`>> = {
  'registration.pending': ({ organizationName }) => ({
    subject: `Your request to join ${organizationName} is waiting for approval`,
    heading: 'Your request is with the admins',
    paragraphs: [
      `An admin of ${organizationName} looks at every new account before it opens.`,
      'You get a mail as soon as somebody has decided. Until then you cannot sign in.',
    ],
    because: 'somebody registered with this address.',
  }),
  'registration.exists': ({ organizationName, baseUrl }) => ({
    subject: `You already have an account at ${organizationName}`,
    heading: 'You already have an account',
    paragraphs: [
      `Somebody tried to register at ${organizationName} with this address. It has an account, so nothing was changed.`,
      'If it was you and the password is lost, choose a new one. If it was not you, there is nothing to do.',
    ],
    button: { label: 'Choose a new password', url: `${baseUrl}/forgot-password` },
    because: 'somebody tried to register with this address.',
  }),
  'registration.waiting': ({ name, email, organizationName, baseUrl, userId }) => ({
    subject: `${name} asks to join ${organizationName}`,
    heading: `${name} asks to join`,
    paragraphs: [`${name} registered as ${email} and cannot sign in until an admin decides.`],
    button: { label: 'Review the request', url: `${baseUrl}/admin/approvals?user=${encodeURIComponent(userId)}` },
    because: `you are an admin of ${organizationName}.`,
  }),
  'registration.approved': ({ organizationName, baseUrl }) => ({
    subject: `Your account at ${organizationName} is ready`,
    heading: 'Your account is ready',
    paragraphs: ['An admin approved your request. Sign in with this address and the password you chose.'],
    button: { label: 'Sign in', url: `${baseUrl}/sign-in` },
    because: `you asked to join ${organizationName}.`,
  }),
  'registration.rejected': ({ organizationName, reason }) => ({
    subject: `Your request to join ${organizationName} was not approved`,
    heading: 'Your request was not approved',
    paragraphs: [`An admin of ${organizationName} decided on your request.`, `The reason given: ${reason}`],
    because: `you asked to join ${organizationName}.`,
  }),
  invitation: (params) => ({
    subject: `${params.invitedBy} invites you to ${params.organizationName}`,
    heading: `${params.invitedBy} invites you`,
    paragraphs: [
      `${params.invitedBy} set up an account at ${params.organizationName} for you, as ${ROLES[params.role]}. Choose a password and it is yours.`,
      `The invitation works once, until ${clock(params.expiresAt, params)}.`,
    ],
    button: { label: 'Accept the invitation', url: params.url },
    because: `${params.invitedBy} entered this address.`,
  }),
  'password.reset': (params) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    paragraphs: [
      `Somebody asked for a new password for your account at ${params.organizationName}.`,
      `The link works once, until ${clock(params.expiresAt, params)}. If it was not you, there is nothing to do: your password stays as it is.`,
    ],
    button: { label: 'Choose a new password', url: params.url },
    because: 'somebody asked for a new password.',
  }),
  'password.changed': (params) => ({
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    paragraphs: [
      `Your password at ${params.organizationName} was changed on ${clock(params.at, params)} from the address ${params.ip}.`,
      'If it was not you, choose a new one now and tell an admin.',
    ],
    button: { label: 'Choose a new password', url: `${params.baseUrl}/forgot-password` },
    because: 'it concerns the safety of your account.',
  }),
};

const tickets: Pick<Catalog, Extract<MailKey, `ticket.${string}`>> = {
  'ticket.received': (params) => ({
    subject: `${params.number} received: ${params.subject}`,
    heading: `We have your request, ${params.number}`,
    paragraphs: [`“${params.subject}”`, 'Finding the right person. You get a mail when somebody takes it or replies.'],
    button: openTicket(params),
    because: `you asked ${params.organizationName} for help.`,
  }),
  'ticket.assigned_to_you': (params) => ({
    subject: `${params.number} is yours: ${params.subject}`,
    heading: params.by ? `${params.by} gave you ${params.number}` : `${params.number} was given to you`,
    paragraphs: [`“${params.subject}”`],
    button: openTicket(params),
    because: `you are the assignee of ${params.number}.`,
  }),
  'ticket.mentioned': (params) => ({
    subject: `${params.by} mentioned you in ${params.number}: ${params.subject}`,
    heading: `${params.by} mentioned you`,
    paragraphs: [`In ${params.number}, “${params.subject}”. What was said is in the ticket.`],
    button: openTicket(params),
    because: `you were mentioned in ${params.number}.`,
  }),
  'ticket.with_person': (params) => ({
    subject: `${params.assignee} has ${params.number}: ${params.subject}`,
    heading: `${params.assignee} has your request`,
    paragraphs: [`${params.assignee} takes care of “${params.subject}” and replies in the ticket.`],
    button: openTicket(params),
    because: `you asked ${params.organizationName} for help.`,
  }),
  'ticket.replied': (params) => ({
    subject: `${params.author} replied to ${params.number}: ${params.subject}`,
    heading: `${params.author} replied`,
    paragraphs: [`To ${params.number}, “${params.subject}”:`],
    quote: { author: params.author, html: params.bodyHtml, text: params.bodyText },
    button: { ...openTicket(params), label: 'Read and reply' },
    because: `you take part in ${params.number}.`,
  }),
  'ticket.status_changed': (params) => {
    const { happened, next } = statusWords(params);
    const reason = params.reason ? [`The reason given: ${params.reason}`] : [];
    return {
      subject: `${happened}: ${params.subject}`,
      heading: happened,
      paragraphs: [`“${params.subject}”`, ...reason, next],
      button: openTicket(params),
      because: `you take part in ${params.number}.`,
    };
  },
  'ticket.nobody_found': (params) => ({
    subject: `Nobody was found for ${params.number}: ${params.subject}`,
    heading: `Nobody was found for ${params.number}`,
    paragraphs: [
      NOBODY[params.reason](params.team),
      'It stays in the pool and goes to the first who can take it. You get no further mail while others wait for the same reason.',
    ],
    button: openTicket(params),
    because: 'you are an admin.',
  }),
  'ticket.followed_up': (params) => ({
    subject: `${params.number} goes on as ${params.followUpNumber}: ${params.subject}`,
    heading: `${params.number} goes on as ${params.followUpNumber}`,
    paragraphs: [
      `“${params.subject}” was closed, so the reply that came now opened ${params.followUpNumber}.`,
      'The two tickets lead to each other.',
    ],
    button: openTicket({ ...params, number: params.followUpNumber }),
    because: `you take part in ${params.number}.`,
  }),
  'ticket.due_soon': (params) => ({
    subject: `${params.number} is due soon: ${params.subject}`,
    heading: `${PROMISES[params.metric]} of ${params.number} is due soon`,
    paragraphs: [`“${params.subject}”`, `“${params.policy}” promises it until ${clock(params.dueAt, params)}.`],
    button: openTicket(params),
    because: `the policy “${params.policy}” names you.`,
  }),
  'ticket.overdue': (params) => ({
    subject: `${params.number} is overdue: ${params.subject}`,
    heading: `${PROMISES[params.metric]} of ${params.number} is overdue`,
    paragraphs: [`“${params.subject}”`, `“${params.policy}” promised it until ${clock(params.dueAt, params)}.`],
    button: openTicket(params),
    because: `the policy “${params.policy}” names you.`,
  }),
  'ticket.merged': (params) => ({
    subject: `${params.number} goes on in ${params.intoNumber}: ${params.subject}`,
    heading: `${params.number} goes on in ${params.intoNumber}`,
    paragraphs: [
      `“${params.subject}” is about the same as ${params.intoNumber}, so the two are one conversation now.`,
      'All that was written is there, and whatever you write to the old number arrives there too.',
    ],
    button: openTicket({ ...params, number: params.intoNumber }),
    because: `${params.number} is your ticket.`,
  }),
};

export const ENGLISH: Catalog = { ...accounts, ...tickets };
