import type { AnalyticsQuery } from '@baton/contracts/analytics/analytics.dto';
import type { AnalyticsResponse, BreakdownRowResponse } from '@baton/contracts/analytics/analytics.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { isTimeZone } from '../../platform/clock/time-zone.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { PersonQueries } from '../users/person.queries.js';
import { presentDay, presentFigures } from './analytics.presenter.js';
import { AnalyticsQueries, type Dimension, type GroupRow } from './analytics.queries.js';
import { AnalyticsDaysQueries } from './analytics-days.queries.js';
import { figure, METRIC_NAMES, type Period, type TicketFilter } from './analytics-metrics.queries.js';

const DAY_MS = 86_400_000;
const MAX_DAYS = 366;

interface Periods {
  now: Period;
  before: Period;
}

/** How the desk did in a period, each number with the tickets behind it. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly groups: AnalyticsQueries,
    private readonly days: AnalyticsDaysQueries,
    private readonly categories: CategoryQueries,
    private readonly persons: PersonQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws request.invalid naming `to` or `timeZone` */
  overview(actor: Actor, query: AnalyticsQuery): Promise<AnalyticsResponse> {
    const { now, before } = periodsOf(query, this.clock.now());
    const timeZone = requireTimeZone(query.timeZone ?? 'UTC');
    const within: TicketFilter = query.team ? { team: query.team } : {};
    return this.transaction.run(actor, async () => {
      const groups = await this.groups.groups(actor, query, now, before);
      const days = await this.days.days(actor, query, now, timeZone);
      const total = groups.find(({ dimension }) => dimension === 'all') as GroupRow;
      const { firstResponse, resolution } = total.now;
      return {
        total: { key: null, name: '', ...presentFigures(total.now, now, within) },
        before: { key: null, name: '', ...presentFigures(total.before, before, within) },
        firstResponseP90: figure('firstResponse', now, within, firstResponse.p90, firstResponse.tickets),
        resolutionP90: figure('resolution', now, within, resolution.p90, resolution.tickets),
        days: days.map((day) => presentDay(day, now, within)),
        ...(await this.breakdowns(actor, groups, now, within)),
      };
    });
  }

  private async breakdowns(actor: Actor, groups: GroupRow[], period: Period, within: TicketFilter) {
    const rowsOf = (dimension: Dimension, names: ReadonlyMap<string, string>): BreakdownRowResponse[] =>
      groups
        .filter((group) => group.dimension === dimension && METRIC_NAMES.some((name) => group.now[name].tickets > 0))
        .map(({ key, now }) => ({
          key,
          name: names.get(key ?? '') ?? '',
          ...presentFigures(now, period, { ...within, [dimension]: [key ?? 'none'] }),
        }));
    const ids = groups.flatMap(({ dimension, key }) => (dimension === 'assignee' && key ? [key] : []));
    const people = await this.persons.byIds(actor, ids);
    const categories = await this.categories.list(actor);
    return {
      byCategory: rowsOf('category', new Map(categories.map(({ id, path }) => [id, path]))).sort(busiestFirst),
      byPriority: rowsOf('priority', new Map(PRIORITIES.map((priority) => [priority, priority]))).sort(urgentFirst),
      byCoordinator: rowsOf('assignee', new Map([...people].map(([id, { name }]) => [id, name]))).sort(busiestFirst),
    };
  }
}

const busiestFirst = (a: BreakdownRowResponse, b: BreakdownRowResponse): number =>
  b.created.tickets - a.created.tickets || a.name.localeCompare(b.name);
const rank = ({ key }: BreakdownRowResponse): number => (PRIORITIES as readonly (string | null)[]).indexOf(key);
const urgentFirst = (a: BreakdownRowResponse, b: BreakdownRowResponse): number => rank(b) - rank(a);

/** The period asked for and the equally long one before it. @throws request.invalid */
function periodsOf(query: AnalyticsQuery, now: Date): Periods {
  const [from, to] = [new Date(query.from), new Date(query.to)];
  const length = to.getTime() - from.getTime();
  if (!(length > 0)) throw new AppError('request.invalid', { to: ['must be after from'] });
  if (length > MAX_DAYS * DAY_MS) throw new AppError('request.invalid', { to: [`must be within ${MAX_DAYS} days`] });
  const period = (start: Date, end: Date): Period => ({
    from: start.toISOString(),
    to: end.toISOString(),
    end: (end < now ? end : now).toISOString(),
  });
  return { now: period(from, to), before: period(new Date(from.getTime() - length), from) };
}

/** @throws request.invalid */
function requireTimeZone(timeZone: string): string {
  if (!isTimeZone(timeZone)) throw new AppError('request.invalid', { timeZone: ['must be an IANA time zone'] });
  return timeZone;
}
