import { Injectable } from '@nestjs/common';
import { Log } from '../log/log.token.js';
import type { DomainEvent } from './domain-event.js';

type Handler = (event: DomainEvent) => Promise<void>;

/**
 * Three ways to follow events. `committing` handlers come last in the transaction that records the event, and send what
 * must not be a moment late; whoever makes the change waits for it. `live` handlers run in this process right after the
 * commit, for what is worthless later (sockets); a failure is logged and dropped. `durable` handlers run from a job, at
 * least once, inside a transaction of the event's tenant, and must be idempotent by event id.
 */
@Injectable()
export class EventBus {
  private readonly committing: ((event: DomainEvent) => void)[] = [];
  private readonly live: Handler[] = [];
  private readonly durable: Handler[] = [];

  constructor(private readonly log: Log) {}

  onCommitting(handler: (event: DomainEvent) => void): void {
    this.committing.push(handler);
  }

  onLive(handler: Handler): void {
    this.live.push(handler);
  }

  onDurable(handler: Handler): void {
    this.durable.push(handler);
  }

  /** Within the transaction that records the event. */
  follow(event: DomainEvent): void {
    for (const handle of this.committing) handle(event);
  }

  /** In the order of commits of one writer; never throws. */
  async publish(event: DomainEvent): Promise<void> {
    for (const handle of this.live) {
      await handle(event).catch((error) => this.log.error({ err: error, eventId: event.id }, 'live handler failed'));
    }
  }

  async dispatch(event: DomainEvent): Promise<void> {
    for (const handle of this.durable) await handle(event);
  }
}
