import type { TimelineData } from '@baton/contracts/conversation/timeline-data';
import type { NotificationKind } from '@baton/contracts/notifications/notifications.response';
import type { TenantId } from '@baton/domain/shared/brand';
import type { EscalationAudience } from '@baton/domain/sla/policy';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { MailOutbox } from './mail-outbox.service.js';
import { NotificationsService } from './notifications.service.js';
import type { MailKey, MailParams } from './notifications.templates.js';
import { type Recipient, type TicketCircle, TicketRecipientsQueries } from './ticket-recipients.queries.js';

interface Notice<K extends MailKey = MailKey> {
  key: K;
  to: Recipient[];
  params: Omit<MailParams[K], 'organizationName' | 'recipientName' | 'baseUrl' | 'timeZone'>;
}

const notice = <K extends MailKey>(key: K, to: Recipient[], params: Notice<K>['params']): Notice => ({
  key,
  to,
  params,
});

const dataOf = <T extends keyof TimelineData>(event: DomainEvent): TimelineData[T] => event.data as TimelineData[T];
const about = ({ number, subject, ticketId }: TicketCircle) => ({ number, subject, ticketId });
const distinct = (people: Recipient[]): Recipient[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** What also rings the bell, for whoever wants mails and whoever does not. */
const BELL: Partial<Record<MailKey, NotificationKind>> = {
  'ticket.mentioned': 'mentioned',
  'ticket.assigned_to_you': 'assigned',
  'ticket.replied': 'replied',
  'ticket.merged': 'merged',
  'ticket.nobody_found': 'nobody_found',
  'ticket.due_soon': 'sla_warning',
  'ticket.overdue': 'sla_breached',
};

/** Moves people are told of. Starting work is told by the assignment; a reply tells of the move it causes. */
const TOLD = new Set<TicketStatus>(['waiting', 'resolved', 'closed', 'withdrawn']);

/** Moves that follow from something people hear of anyway, or that take one back. */
const TOLD_OTHERWISE = new Set<string>(['requester_replied', 'merged', 'unmerged', 'restored']);

/** Shared, so that a redaction at the same moment comes before, and is seen, or after, and finds the mail to remove. */
const SAID = `
SELECT body_html AS html, body_text AS text FROM messages
WHERE tenant_id = $1 AND id = $2 AND NOT internal AND redacted_at IS NULL FOR SHARE`;

type Rule = (event: DomainEvent, circle: TicketCircle) => Notice[] | Promise<Notice[]>;

/** Ticket event → who is told what, by mail and bell. What a note says is told to nobody; who is called by it, is. */
@Injectable()
export class NotificationsListeners implements OnModuleInit {
  private readonly rules: Record<string, Rule> = {
    'ticket.created': (_event, circle) => [notice('ticket.received', circle.requesterSide, about(circle))],
    'ticket.assigned': (event, circle) => assigned(event, circle),
    'assignment.waiting': async (event, circle) => {
      const { reason, team } = dataOf<'assignment.waiting'>(event);
      const admins = await this.recipients.admins(event);
      return [notice('ticket.nobody_found', admins, { ...about(circle), team: team.name, reason })];
    },
    'sla.warning': (event, circle) => this.promised('ticket.due_soon', event, circle),
    'sla.breached': (event, circle) => this.promised('ticket.overdue', event, circle),
    'ticket.status_changed': (event, circle) => statusChanged(event, circle),
    'ticket.followed_up': (event, circle) => {
      const { followUp } = dataOf<'ticket.followed_up'>(event);
      const params = { ...about(circle), followUpNumber: followUp.number };
      return circle.assignee ? [notice('ticket.followed_up', [circle.assignee], params)] : [];
    },
    'ticket.merged': (event, circle) => {
      const { into } = dataOf<'ticket.merged'>(event);
      const params = { ...about(circle), intoNumber: into?.number ?? '' };
      return into ? [notice('ticket.merged', circle.requesterSide, params)] : [];
    },
    'message.sent': async (event, circle) => [...mentioned(circle), ...(await this.replied(event, circle))],
    'note.added': (_event, circle) => mentioned(circle),
  };

  constructor(
    private readonly bus: EventBus,
    private readonly outbox: MailOutbox,
    private readonly notifications: NotificationsService,
    private readonly recipients: TicketRecipientsQueries,
    private readonly transaction: TenantTransaction,
  ) {}

  onModuleInit(): void {
    this.bus.onDurable((event) => this.notify(event));
  }

  private async notify(event: DomainEvent): Promise<void> {
    const scope = { tenantId: event.tenantId as TenantId };
    const notices = await this.ring(event);
    await Promise.all(
      notices.flatMap(({ key, to, params }) =>
        to
          .filter(({ wantsMail }) => wantsMail)
          .map((person) => this.outbox.queue(scope, event.id, key, person, params)),
      ),
    );
  }

  /** The bell alone, within the event's transaction. @returns what there is to tell by mail as well */
  async ring(event: DomainEvent): Promise<Notice[]> {
    const notices = await this.noticesOf(event);
    for (const { key, to } of notices) {
      const kind = BELL[key];
      const people = to.map(({ actor }) => actor);
      if (kind) await this.notifications.notify(event, kind, people);
    }
    return notices;
  }

  private async noticesOf(event: DomainEvent): Promise<Notice[]> {
    const rule = this.rules[event.type];
    const circle = rule && event.ticketId ? await this.recipients.circle(event) : null;
    return rule && circle ? rule(event, circle) : [];
  }

  /** To those whom the policy names; a ticket nobody holds is its team's. */
  private async promised(key: 'ticket.due_soon' | 'ticket.overdue', event: DomainEvent, circle: TicketCircle) {
    const { metric, dueAt, policy, notify } = dataOf<'sla.breached'>(event);
    const people: Record<EscalationAudience, () => Recipient[] | Promise<Recipient[]>> = {
      assignee: () => (circle.assignee ? [circle.assignee] : this.recipients.team(event)),
      team: () => this.recipients.team(event),
      admins: () => this.recipients.admins(event),
    };
    const to = await Promise.all(notify.map((audience) => people[audience]()));
    return [notice(key, distinct(to.flat()), { ...about(circle), metric, dueAt: new Date(dueAt), policy })];
  }

  private async replied(event: DomainEvent, circle: TicketCircle): Promise<Notice[]> {
    const [message] = await this.transaction.query<{ html: string; text: string }>(SAID, [
      event.tenantId,
      event.messageId,
    ]);
    if (!message) return [];
    const otherSide = circle.actorWorksHere ? circle.requesterSide : circle.assignee ? [circle.assignee] : [];
    const author = circle.actorName ?? '';
    const params = { ...about(circle), author, bodyHtml: message.html, bodyText: message.text };
    const called = new Set(circle.mentioned.map(({ id }) => id));
    const others = distinct([...otherSide, ...circle.watchers]).filter(({ id }) => !called.has(id));
    return [notice('ticket.replied', others, params)];
  }
}

const mentioned = (circle: TicketCircle): Notice[] => [
  notice('ticket.mentioned', circle.mentioned, { ...about(circle), by: circle.actorName ?? '' }),
];

function assigned(event: DomainEvent, circle: TicketCircle): Notice[] {
  const { from, to } = dataOf<'ticket.assigned'>(event);
  if (!to) return [];
  // Whom the product finds in place of somebody who had not begun is no news to who asked: they see it, and get no mail.
  const isTakenOver = from !== null && event.actorId === null;
  const requesterSide = isTakenOver ? [] : circle.requesterSide;
  const notices = [notice('ticket.with_person', requesterSide, { ...about(circle), assignee: to.name })];
  if (circle.assignee?.id === to.id)
    notices.push(notice('ticket.assigned_to_you', [circle.assignee], { ...about(circle), by: circle.actorName ?? '' }));
  return notices;
}

function statusChanged(event: DomainEvent, circle: TicketCircle): Notice[] {
  const { from, to, reason, because } = dataOf<'ticket.status_changed'>(event);
  const isReopened = from === 'resolved' && to === 'open';
  if ((because && TOLD_OTHERWISE.has(because)) || !(TOLD.has(to) || isReopened)) return [];
  const people = distinct([...circle.requesterSide, ...(circle.assignee ? [circle.assignee] : []), ...circle.watchers]);
  const params = { ...about(circle), from, to, actor: circle.actorName ?? '', ...(reason ? { reason } : {}) };
  return [notice('ticket.status_changed', people, params)];
}
