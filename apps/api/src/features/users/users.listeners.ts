import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { MailOutbox } from '../notifications/mail-outbox.service.js';
import { type Contact, PersonQueries } from './person.queries.js';

type Handler = (event: DomainEvent, person: Contact, scope: Actor) => Promise<void>;

/** Mails about accounts. The outbox queues each once per event, however often a listener runs. */
@Injectable()
export class UsersListeners implements OnModuleInit {
  private readonly handlers: Record<string, Handler> = {
    'user.registered': async (event, person, scope) => {
      await this.outbox.queue(scope, event.id, 'registration.pending', person, {});
      const params = { name: person.name, email: person.email, userId: person.id };
      for (const admin of await this.people.admins(scope))
        await this.outbox.queue(scope, event.id, 'registration.waiting', admin, params);
    },
    'user.registration_repeated': (event, person, scope) =>
      this.outbox.queue(scope, event.id, 'registration.exists', person, {}),
    'user.approved': (event, person, scope) => this.outbox.queue(scope, event.id, 'registration.approved', person, {}),
    'user.rejected': (event, person, scope) =>
      this.outbox.queue(scope, event.id, 'registration.rejected', person, { reason: String(event.data.reason) }),
    'user.password_changed': (event, person, scope) =>
      this.outbox.queue(scope, event.id, 'password.changed', person, {
        at: event.occurredAt,
        ip: String(event.data.ip ?? ''),
      }),
  };

  constructor(
    private readonly bus: EventBus,
    private readonly people: PersonQueries,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    this.bus.onDurable((event) => this.handle(event));
  }

  private async handle(event: DomainEvent): Promise<void> {
    const handler = this.handlers[event.type];
    if (!handler) return;
    const scope = systemActor(event.tenantId as TenantId);
    const person = await this.people.contact(scope, event.subjectId);
    if (person) await handler(event, person, scope);
  }
}
