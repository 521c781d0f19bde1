import HowToReg from '@mui/icons-material/HowToRegOutlined';
import QueryStats from '@mui/icons-material/QueryStatsOutlined';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { analyticsOverview } from '../features/analytics/analytics.queries';
import { texts } from '../features/analytics/analytics.texts';
import { HeadlineCard } from '../features/analytics/components/headline-card';
import { Headlines } from '../features/analytics/components/headlines';
import { PeriodPicker } from '../features/analytics/components/period-picker';
import { Report } from '../features/analytics/components/report';
import { dayCount, instantsOf, midnight, periodOf, today } from '../features/analytics/period';
import { teamsList } from '../features/teams/teams.queries';
import { usersList } from '../features/users/users.queries';
import { formatAge, formatDay } from '../shared/time/format-time';
import { useNow } from '../shared/time/use-now';
import { useTimeZone } from '../shared/time/use-time-zone';
import { ChoiceButton } from '../shared/ui/choice-button';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

/** Registrations that wait: the one number here that asks for something to be done. */
function ToApprove() {
  const { data } = useInfiniteQuery(usersList({ status: ['pending'], limit: 100 }));
  const now = useNow();
  const zone = useTimeZone();
  const [oldest] = (data?.pages.flatMap(({ items }) => items) ?? []).map(({ createdAt }) => createdAt).sort();
  return (
    <HeadlineCard
      to="/admin/approvals"
      icon={<HowToReg />}
      tone="neutral"
      value={data?.pages[0]?.total ?? 0}
      label={texts.toApprove}
      text={oldest ? texts.oldestWaiting(formatAge(new Date(oldest), now, zone)) : texts.nobodyWaits}
    />
  );
}

/** Period and team live in the address; an empty value leaves it. */
function useAddress() {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Record<string, string>) => {
    const next = { ...Object.fromEntries(search), ...changes };
    setSearch(new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')), { replace: true });
  };
  return { search, change };
}

export function AnalyticsPage() {
  const { search, change } = useAddress();
  const now = useNow();
  const zone = useTimeZone();
  const { data: teams = [] } = useQuery(teamsList);
  const period = periodOf(search, now, zone);
  const team = search.get('team') ?? '';
  const days = dayCount(period);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    analyticsOverview({ ...instantsOf(period, zone), timeZone: zone, ...(team && { team: [team] }) }),
  );
  const dayName = (day: string) => formatDay(midnight(day, zone), now, zone);
  const isEmpty = data?.byPriority.length === 0;
  return (
    <PageBody layout="wide">
      <PageHeader
        title={texts.title}
        text={texts.range(dayName(period.from), dayName(period.to))}
        actions={
          <>
            <ChoiceButton
              label={texts.team}
              any={texts.anyTeam}
              value={team}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => change({ team: id })}
            />
            <PeriodPicker
              period={period}
              today={today(now, zone)}
              onPreset={(count) => change({ days: String(count), from: '', to: '' })}
              onRange={(range) => change({ ...range, days: '' })}
            />
          </>
        }
      />
      {data ? (
        <div aria-busy={isPlaceholderData}>
          <Headlines report={data} days={days} running={period.to >= today(now, zone)}>
            <ToApprove />
          </Headlines>
          {isEmpty ? (
            <Panel>
              <EmptyState icon={<QueryStats />} tone="neutral" {...texts.empty} />
            </Panel>
          ) : (
            <Report report={data} days={days} />
          )}
        </div>
      ) : (
        <Panel>
          {error ? (
            <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />
          ) : (
            <SkeletonRows rows={8} />
          )}
        </Panel>
      )}
    </PageBody>
  );
}
