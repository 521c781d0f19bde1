import type { Actor } from '@baton/domain/permissions/actor';
import { formatEmployeeNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { CounterRepository } from './counter.repository.js';

/** Hands out the numbers people are known and tickets are called by; inside the transaction that uses them. */
@Injectable()
export class NumberingService {
  constructor(private readonly counters: CounterRepository) {}

  nextTicketNumber(actor: Actor): Promise<number> {
    return this.counters.next(actor, 'ticket');
  }

  async nextEmployeeNumber(actor: Actor): Promise<string> {
    return formatEmployeeNumber(await this.counters.next(actor, 'employee'));
  }
}
