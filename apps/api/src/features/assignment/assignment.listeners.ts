import type { Named, TimelineData } from '@baton/contracts/conversation/timeline-data';
import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { AssignmentRepository } from './assignment.repository.js';
import { HandlingTimesService } from './handling-times.service.js';
import { type Wake, WakingRepository } from './waking.repository.js';

const dataOf = <T extends keyof TimelineData>(event: DomainEvent): TimelineData[T] => event.data as TimelineData[T];
const after = ({ data }: DomainEvent): Record<string, unknown> =>
  (data as { after?: Record<string, unknown> }).after ?? {};

/** Whoever held the ticket has less to do. */
const FREEING = new Set<TicketStatus>(['waiting', 'resolved', 'closed', 'withdrawn']);

const ofTicket = ({ ticketId }: DomainEvent): Wake => ({ trigger: 'ticket', ticketId: ticketId ?? undefined });
const ofPerson = ({ subjectId }: DomainEvent): Wake => ({ trigger: 'person', personIds: [subjectId] });
const ofTeam = ({ subjectId }: DomainEvent): Wake => ({ trigger: 'settings', teamIds: [subjectId] });

/** Event type → which teams may have something to give out after it. */
const WAKES: Record<string, (event: DomainEvent) => Wake | null> = {
  'ticket.created': ofTicket,
  'ticket.team_changed': ofTicket,
  'ticket.restored': (event) => {
    const { from } = (dataOf<'ticket.restored'>(event).fields.assignee ?? {}) as { from?: Named | null };
    return from ? { ...ofTicket(event), trigger: 'person', personIds: [from.id] } : ofTicket(event);
  },
  'ticket.edited': (event) => {
    const { fields } = dataOf<'ticket.edited'>(event);
    return 'priority' in fields || 'categoryId' in fields ? ofTicket(event) : null;
  },
  'ticket.assigned': (event) => {
    const { from, to } = dataOf<'ticket.assigned'>(event);
    if (!from) return null;
    return { ...ofTicket(event), trigger: to ? 'person' : 'ticket', personIds: [from.id] };
  },
  'ticket.status_changed': (event) => {
    const isFreeing = FREEING.has(dataOf<'ticket.status_changed'>(event).to);
    return { ...ofTicket(event), ...(isFreeing ? { trigger: 'person', holder: true } : {}) };
  },
  'availability.changed': (event) => (event.data.to === 'online' ? ofPerson(event) : null),
  'work_profile.changed': (event) => ({ ...ofPerson(event), trigger: 'settings' }),
  'user.reactivated': ofPerson,
  'user.teams_changed': ofPerson,
  'team.created': ofTeam,
  'team.changed': ofTeam,
  'category.changed': (event) =>
    'skills' in after(event) || 'parentId' in after(event) ? { trigger: 'settings', all: true } : null,
};

/** What follows from events: teams are served, resolved tickets teach, and nobody waits where work is given by hand. */
@Injectable()
export class AssignmentListeners implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly waking: WakingRepository,
    private readonly times: HandlingTimesService,
    private readonly repository: AssignmentRepository,
  ) {}

  onModuleInit(): void {
    this.bus.onCommitting((event) => {
      const wake = WAKES[event.type]?.(event);
      if (wake) this.waking.wake(event, wake);
    });
    this.bus.onDurable((event) => this.follow(event));
  }

  private async follow(event: DomainEvent): Promise<void> {
    const actor = systemActor(event.tenantId as TenantId);
    if (event.type === 'team.changed' && after(event).mode === 'manual')
      await this.repository.stopWaiting(actor, event.subjectId);
    if (event.ticketId && event.type === 'ticket.status_changed' && event.data.to === 'resolved')
      await this.times.learn(actor, event.ticketId);
  }
}
