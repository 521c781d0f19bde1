import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { type KeptClock, keepUp, type Upkeep } from '@baton/domain/sla/clock-upkeep';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { DueTicker } from '../../platform/jobs/due-ticker.js';
import { Log } from '../../platform/log/log.token.js';
import { TicketRecordService } from '../tickets/ticket-record.service.js';
import { ClockRepository } from './clock.repository.js';
import { entriesOf, isCalledOut, type Manner, promisedBy, samePromise } from './clock-news.presenter.js';
import { type ClockTicket, ClockTicketsQueries } from './clock-tickets.queries.js';
import { currentTerms } from './current-terms.presenter.js';
import { EscalationService } from './escalation.service.js';
import { type Rules, SlaRulesService } from './sla-rules.service.js';
import { TicketHistoryQueries } from './ticket-history.queries.js';

/** How many tickets one transaction takes on: the longest anybody waits for one of them. */
const BATCH = 200;
const PUT_OFF_MS = 60_000;

interface LookedAfter {
  ticket: ClockTicket;
  upkeep: Upkeep;
}

/**
 * Keeps the clocks of tickets at what their histories say, and tells what has fallen due. There is this one way, for
 * events, for the ticker and for changed policies alike: lock the tickets, replay them, write what is different. Rows
 * and entries commit together, so each thing is told once, and nothing that a reply has already prevented.
 */
@Injectable()
export class ClocksService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly rules: SlaRulesService,
    private readonly tickets: ClockTicketsQueries,
    private readonly histories: TicketHistoryQueries,
    private readonly clocks: ClockRepository,
    private readonly records: TicketRecordService,
    private readonly escalations: EscalationService,
    private readonly ticker: DueTicker,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Tickets on which something happened.
   * @returns whether anything is promised at all
   */
  refresh(scope: { tenantId: TenantId }, ids: readonly string[]): Promise<boolean> {
    const actor = systemActor(scope.tenantId);
    return this.transaction.run(actor, async () => {
      const { policies } = await this.rules.current(actor);
      if (policies.length > 0) await this.lookAfter(actor, await this.tickets.lock(actor, ids), 'told');
      return policies.length > 0;
    });
  }

  /** Everything of one tenant that has something to say by now. A heap of it is taken from two sides. */
  async refreshDue(tenantId: TenantId): Promise<void> {
    const actor = systemActor(tenantId);
    const batch = () => this.dueBatch(actor).catch((error) => this.dueOneByOne(actor, error));
    if ((await batch()) < BATCH / 2) return;
    const rest = async (): Promise<void> => {
      while ((await batch()) > 0);
    };
    await Promise.all([rest(), rest()]);
  }

  /** @returns how many tickets it took on */
  private dueBatch(actor: Actor): Promise<number> {
    return this.transaction.run(actor, async () => {
      const tickets = await this.tickets.lockDue(actor, this.clock.now(), BATCH);
      await this.lookAfter(actor, tickets, 'told');
      return tickets.length;
    });
  }

  private async dueOneByOne(actor: Actor, error: unknown): Promise<number> {
    this.log.error({ err: error, tenantId: actor.tenantId }, 'clocks that are due are looked after one by one');
    const now = this.clock.now();
    const ids = await this.transaction.read(actor, () => this.tickets.due(actor, now, BATCH));
    const later = new Date(now.getTime() + PUT_OFF_MS);
    for (const id of await this.oneByOne(actor, ids, 'told'))
      await this.transaction.run(actor, async () => this.tickets.putOff(actor, id, now, later));
    return ids.length;
  }

  /** All running clocks by the policies of now. Nobody is called for what is overdue by the change alone. */
  async replan(tenantId: TenantId): Promise<void> {
    const actor = systemActor(tenantId);
    const failed: string[] = [];
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const ids = await this.transaction.read(actor, () => this.tickets.running(actor, after, BATCH));
      const last = ids.at(-1);
      if (last === undefined) break;
      await this.look(actor, ids, 'quiet').catch(async () => {
        failed.push(...(await this.oneByOne(actor, ids, 'quiet')));
      });
      after = last;
    }
    if (failed.length > 0) throw new Error(`${failed.length} tickets could not be planned anew`);
  }

  /** Tickets of a past that nobody watched: their clocks stand as if somebody had. */
  catchUp(scope: { tenantId: TenantId }, ids: readonly string[]): Promise<void> {
    return this.look(systemActor(scope.tenantId), ids, 'silent');
  }

  private look(actor: Actor, ids: readonly string[], manner: Manner): Promise<void> {
    return this.transaction.run(actor, async () => this.lookAfter(actor, await this.tickets.lock(actor, ids), manner));
  }

  /** One ticket that cannot be looked after must not keep the others waiting. @returns those that cannot */
  private async oneByOne(actor: Actor, ids: readonly string[], manner: Manner): Promise<string[]> {
    const failed: string[] = [];
    for (const id of ids)
      await this.look(actor, [id], manner).catch((error) => {
        this.log.error({ err: error, tenantId: actor.tenantId, ticketId: id }, 'clocks could not be looked after');
        failed.push(id);
      });
    return failed;
  }

  private async lookAfter(actor: Actor, tickets: readonly ClockTicket[], manner: Manner): Promise<void> {
    if (tickets.length === 0) return;
    const ids = tickets.map(({ id }) => id);
    // After the locks, each in a statement of its own: what is read is what nobody changes meanwhile.
    const [rules, histories, kept, pathOf] = await Promise.all([
      this.rules.current(actor),
      this.histories.of(actor, ids),
      this.clocks.of(actor, ids),
      this.tickets.categoryPaths(actor),
    ]);
    const calendarOf = await this.rules.compiled(actor, versionsIn(rules, kept));
    const now = this.clock.now().getTime();
    const lookedAfter = tickets.map((ticket) => {
      const termsOf = currentTerms(rules, { ...ticket, categoryPath: pathOf(ticket.categoryId) });
      const { id } = ticket;
      const history = histories.get(id) ?? [];
      return { ticket, upkeep: keepUp({ history, kept: kept.get(id) ?? [], termsOf, calendarOf, now }) };
    });
    await this.write(actor, rules, lookedAfter, manner, now);
  }

  private async write(actor: Actor, rules: Rules, all: readonly LookedAfter[], manner: Manner, now: number) {
    const changed = all.flatMap(({ ticket, upkeep }) =>
      upkeep.changed.map((clock) => ({ ...clock, ticketId: ticket.id })),
    );
    this.clocks.save(actor, changed);
    const notes = all.map(({ ticket, upkeep: { clocks, news } }) => ({
      ticket,
      promised: promisedBy(clocks, now),
      entries: entriesOf(news, rules, manner),
    }));
    this.records.note(
      actor,
      notes.filter(({ ticket, promised, entries }) => entries.length > 0 || !samePromise(ticket, promised)),
    );
    const nextAt = Math.min(...changed.flatMap((clock) => clock.nextAt ?? []));
    if (Number.isFinite(nextAt)) this.ticker.announce('clocks_due', nextAt);
    await this.escalate(actor, rules, all, manner);
  }

  private async escalate(actor: Actor, rules: Rules, all: readonly LookedAfter[], manner: Manner): Promise<void> {
    for (const { ticket, upkeep } of all) {
      const breach = upkeep.news.find((news) => news.kind === 'breached' && isCalledOut(news, manner));
      const policy = rules.policies.find(({ id }) => id === breach?.clock.terms?.policyId);
      if (policy) await this.escalations.escalate(actor, ticket.id, policy.escalation);
    }
  }
}

/** Every version of a calendar that something is, or was, counted by. */
const versionsIn = ({ policies }: Rules, kept: ReadonlyMap<string, KeptClock[]>) => [
  ...policies,
  ...[...kept.values()]
    .flat()
    .flatMap(({ terms, metAt, cancelledAt }) => (terms && !metAt && !cancelledAt ? terms : [])),
];
