import type { AccountStatus } from '@baton/domain/accounts/account-status';
import DoneAll from '@mui/icons-material/DoneAllOutlined';
import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { DecidedList } from '../features/users/components/decided-list';
import { Registrations } from '../features/users/components/registrations';
import { useSelection } from '../features/users/use-selection';
import { useApproveMany } from '../features/users/users.mutations';
import { usersList } from '../features/users/users.queries';
import { useLiveRegistrations } from '../features/users/users.realtime';
import { texts as userTexts } from '../features/users/users.texts';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { PillTabs } from '../shared/ui/pill-tabs';
import { ShowMore } from '../shared/ui/show-more';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const texts = userTexts.approvals;
const TABS = { pending: texts.waitingTab, approved: texts.approvedTab, rejected: texts.rejectedTab };
type Tab = keyof typeof TABS;
const PAGE = 100;

const useRegistrations = (status: AccountStatus) => useInfiniteQuery(usersList({ status: [status], limit: PAGE }));

/** Approves everything that is selected; with nothing selected, everybody of a known domain. */
function ApproveTogether({ selected, known, onDone }: { selected: string[]; known: string[]; onDone: () => void }) {
  const approve = useApproveMany();
  const ids = selected.length > 0 ? selected : known;
  if (ids.length === 0) return null;
  return (
    <Button
      startIcon={<DoneAll />}
      loading={approve.isPending}
      onClick={() => approve.mutate(ids, { onSuccess: onDone })}
    >
      {selected.length > 0 ? texts.approveSelected(ids.length) : texts.approveKnown(ids.length)}
    </Button>
  );
}

export function ApprovalsPage() {
  useLiveRegistrations();
  const [search] = useSearchParams();
  const wanted = search.get('status') ?? '';
  const tab: Tab = wanted in TABS ? (wanted as Tab) : 'pending';
  const pending = useRegistrations('pending');
  const shown = useRegistrations(tab);
  const users = shown.isPlaceholderData ? undefined : shown.data?.pages.flatMap(({ items }) => items);
  // Who has waited longest comes first.
  const waiting = pending.data?.pages.flatMap(({ items }) => items) ?? [];
  waiting.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const selection = useSelection(waiting.map(({ id }) => id));
  const known = waiting.filter(({ knownDomain }) => knownDomain).map(({ id }) => id);
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          tab === 'pending' && <ApproveTogether selected={selection.selected} known={known} onDone={selection.clear} />
        }
      />
      <PillTabs
        label={texts.tabs}
        tabs={Object.entries(TABS).map(([status, label]) => ({
          to: status === 'pending' ? '/admin/approvals' : `/admin/approvals?status=${status}`,
          label,
          active: status === tab,
          count: status === 'pending' ? pending.data?.pages[0]?.total : undefined,
        }))}
      />
      {tab === 'pending' && waiting.length > 0 ? (
        <Registrations users={waiting} selection={selection} />
      ) : (
        <Panel>
          {shown.error && !users && (
            <ErrorState error={shown.error} title={userTexts.loadFailed} onRetry={() => void shown.refetch()} />
          )}
          {!shown.error && !users && <SkeletonRows />}
          {users?.length === 0 && <EmptyState {...texts.empty[tab]} />}
          {users && users.length > 0 && tab !== 'pending' && <DecidedList users={users} status={tab} />}
        </Panel>
      )}
      <ShowMore
        hasMore={shown.hasNextPage}
        loading={shown.isFetchingNextPage}
        onMore={() => void shown.fetchNextPage()}
      />
    </>
  );
}
