import type { AccountStatus } from '@baton/domain/accounts/account-status';
import { ACCOUNT_STATUSES } from '@baton/domain/accounts/account-status';
import { ROLES, type Role } from '@baton/domain/permissions/roles';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import SearchOff from '@mui/icons-material/SearchOffOutlined';
import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useUser } from '../../../shared/access/use-session';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { ShowMore } from '../../../shared/ui/show-more';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { TeamChoice } from '../forms/user-dialog';
import { usersList } from '../users.queries';
import { texts } from '../users.texts';
import { type PeopleFilter, PeopleFilters } from './people-filters';
import { PeopleTable } from './people-table';

const InviteDialog = lazy(() => import('../forms/user-dialog').then((module) => ({ default: module.InviteDialog })));

/** The filters live in the address; what is not one of ours is ignored. */
function usePeopleFilter(): [PeopleFilter, (change: Partial<PeopleFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const known = (name: string, values: readonly string[]) => {
    const value = search.get(name) ?? '';
    return values.includes(value) ? value : '';
  };
  const filter = { q: search.get('q') ?? '', role: known('role', ROLES), status: known('status', ACCOUNT_STATUSES) };
  const change = (changes: Partial<PeopleFilter>) => {
    const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '');
    setSearch(new URLSearchParams(next), { replace: true });
  };
  return [filter, change];
}

interface Props {
  title: string;
  text: string;
  tabs: ReactNode;
  teams: readonly TeamChoice[];
}

/** Everybody of the organization, searchable. */
export function PeopleView({ title, text, tabs, teams }: Props) {
  const me = useUser();
  const [filter, change] = usePeopleFilter();
  const [inviting, setInviting] = useState(false);
  const people = useInfiniteQuery(
    usersList({
      q: filter.q || undefined,
      role: filter.role ? [filter.role as Role] : undefined,
      status: filter.status ? [filter.status as AccountStatus] : undefined,
      limit: 50,
    }),
  );
  const users = people.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader
        title={title}
        text={text}
        actions={
          <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setInviting(true)}>
            {texts.people.invite}
          </Button>
        }
      />
      {tabs}
      <PeopleFilters filter={filter} onChange={change} />
      <Panel aria-busy={people.isPlaceholderData}>
        {users && users.length > 0 && <PeopleTable users={users} teams={teams} myId={me.id} />}
        {users?.length === 0 && (
          <EmptyState
            icon={<SearchOff />}
            tone="neutral"
            title={texts.people.empty.title}
            text={texts.people.empty.text}
            action={<Button onClick={() => change({ q: '', role: '', status: '' })}>{texts.people.empty.clear}</Button>}
          />
        )}
        {!users && people.error && (
          <ErrorState error={people.error} title={texts.loadFailed} onRetry={() => void people.refetch()} />
        )}
        {!users && !people.error && <SkeletonRows />}
        <ShowMore
          hasMore={people.hasNextPage}
          loading={people.isFetchingNextPage}
          onMore={() => void people.fetchNextPage()}
        />
      </Panel>
      <Suspense fallback={null}>
        {inviting && <InviteDialog teams={teams} onClose={() => setInviting(false)} />}
      </Suspense>
    </>
  );
}
