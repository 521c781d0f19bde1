import { LIMITS } from '@baton/contracts/http/limits';
import type { CreatePolicyDto, OrderPoliciesDto, UpdatePolicyDto } from '@baton/contracts/sla/sla.dto';
import type { PolicyListResponse, PolicyResponse } from '@baton/contracts/sla/sla.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { DEFAULT_WARNINGS, type SlaPolicy } from '@baton/domain/sla/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CalendarRepository } from './calendar.repository.js';
import { PolicyRepository, type PolicyRow } from './policy.repository.js';
import { presentPolicy } from './sla.presenter.js';
import { requireReachable, requireSensiblePolicy } from './sla-problems.presenter.js';
import { SlaRulesService } from './sla-rules.service.js';

/** What of a policy is the admin's to say. */
export type PolicyWish = Omit<SlaPolicy, 'id'>;

/** What moves deadlines. Name, warnings and escalation do not. */
const PROMISING = ['enabled', 'conditions', 'calendarId', 'targets'] as const satisfies (keyof PolicyWish)[];

/** What the organization promises. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly policies: PolicyRepository,
    private readonly calendars: CalendarRepository,
    private readonly rules: SlaRulesService,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<PolicyListResponse> {
    return this.transaction.read(actor, async () => ({ items: (await this.policies.list(actor)).map(presentPolicy) }));
  }

  /** @throws sla_policy.name_taken, sla_policy.too_many, request.invalid, resource.not_found for its calendar */
  create(actor: Actor, dto: CreatePolicyDto): Promise<PolicyResponse> {
    return this.changing(actor, async (others) => {
      if (others.length >= LIMITS.policiesMax) throw new AppError('sla_policy.too_many', { max: LIMITS.policiesMax });
      const wish = wishOf(dto);
      await this.requirePossible(actor, wish, others);
      const [id, now] = [newId(), this.clock.now()];
      const place = { position: others.length, createdAt: now, changedAt: now };
      this.policies.insert({ tenantId: actor.tenantId, id, ...wish, ...place });
      this.events.record(actor, { type: 'sla_policy.created', subjectId: id, data: { after: wish } });
      return id;
    });
  }

  /** @throws resource.not_found, sla_policy.name_taken, request.invalid */
  update(actor: Actor, id: string, dto: UpdatePolicyDto): Promise<PolicyResponse> {
    return this.changing(actor, async (policies) => {
      const before = policies.find((policy) => policy.id === id);
      if (!before) throw notFound();
      const changes = changesOf<PolicyWish>(before, plain(dto));
      if (!changes) return id;
      const others = policies.filter((policy) => policy !== before);
      await this.requirePossible(actor, { ...wishOf(before), ...changes.after }, others);
      const isPromising = PROMISING.some((field) => field in changes.after);
      this.policies.change(actor, id, { ...changes.after, ...(isPromising ? { changedAt: this.clock.now() } : {}) });
      this.events.record(actor, { type: 'sla_policy.changed', subjectId: id, data: { ...changes } });
      return id;
    });
  }

  /** @throws resource.not_found */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const policies = await this.policies.list(actor);
      const policy = policies.find((each) => each.id === id);
      if (!policy) throw notFound();
      this.policies.delete(actor, id);
      this.policies.order(
        actor,
        policies.map((each) => each.id).filter((each) => each !== id),
      );
      this.events.record(actor, { type: 'sla_policy.deleted', subjectId: id, data: { before: wishOf(policy) } });
      await this.rules.changed(actor);
    });
  }

  /** @throws resource.not_found, request.invalid when it does not name every policy */
  order(actor: Actor, { ids }: OrderPoliciesDto): Promise<PolicyListResponse> {
    return this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const before = (await this.policies.list(actor)).map(({ id }) => id);
      if (!ids.every((id) => before.includes(id))) throw notFound();
      if (ids.length !== before.length) throw new AppError('request.invalid', { ids: ['must name every policy'] });
      this.policies.order(actor, ids);
      this.events.record(actor, {
        type: 'sla_policy.ordered',
        subjectId: actor.tenantId,
        data: { before: { ids: before }, after: { ids } },
      });
      await this.rules.changed(actor);
      return this.list(actor);
    });
  }

  /** @param at where the policy stands in what was sent @throws request.invalid, resource.not_found for its calendar */
  async requireKnown(actor: Actor, wish: PolicyWish, at = ''): Promise<void> {
    requireSensiblePolicy(wish, at);
    const path = at === '' ? '' : `${at}.`;
    const calendar = await this.calendars.find(actor, wish.calendarId);
    if (!calendar) throw notFound();
    requireReachable(wish.targets, new CompiledCalendar(calendar.content), this.clock.now(), at);
    const [unknown] = await this.policies.unknownIn(actor, wish.conditions);
    if (unknown)
      throw new AppError('request.invalid', { [`${path}conditions.${unknown}`]: ['name what is not there'] });
  }

  private async requirePossible(actor: Actor, wish: PolicyWish, others: readonly PolicyRow[]): Promise<void> {
    await this.requireKnown(actor, wish);
    if (others.some(({ name }) => name.toLowerCase() === wish.name.toLowerCase()))
      throw new AppError('sla_policy.name_taken');
  }

  private changing(actor: Actor, change: (policies: PolicyRow[]) => Promise<string>): Promise<PolicyResponse> {
    return this.transaction.run(actor, async () => {
      await this.rules.lock(actor);
      const id = await change(await this.policies.list(actor));
      await this.rules.changed(actor);
      return presentPolicy((await this.policies.list(actor)).find((policy) => policy.id === id) as PolicyRow);
    });
  }
}

/** Instances of classes as plain values, as they are stored and compared. */
const plain = <T extends object>(dto: T): T => JSON.parse(JSON.stringify(dto));

/** @param dto what is absent has its default */
export function wishOf(dto: CreatePolicyDto): PolicyWish {
  const { name, enabled = true, conditions = {}, calendarId, targets, warnings = [...DEFAULT_WARNINGS] } = dto;
  const { escalation = { notify: ['assignee'], raisePriority: false, reassign: false } } = dto;
  return plain({ name, enabled, conditions, calendarId, targets, warnings, escalation });
}
