import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, memo, type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import { FilterBar } from '../features/queue/components/filter-bar';
import { FilterButton } from '../features/queue/components/filter-button';
import { FilterChips } from '../features/queue/components/filter-chips';
import { LayoutSwitch } from '../features/queue/components/layout-switch';
import { ListTitle } from '../features/queue/components/list-title';
import { ViewChips } from '../features/queue/components/view-chips';
import { texts } from '../features/queue/queue.texts';
import { useSelection } from '../features/queue/use-selection';
import { useUser } from '../shared/access/use-session';
import { fixedBox } from '../shared/ui/fixed-box';
import { QueueRows } from './queue-rows';
import { type Queue, useFilterSources, useQueueRows, useTotal } from './queue-state';

const SaveBar = lazy(() =>
  import('../features/queue/components/save-bar').then((module) => ({ default: module.SaveBar })),
);
const BulkBar = lazy(() =>
  import('../features/bulk-edits/components/bulk-bar').then((module) => ({ default: module.BulkBar })),
);

interface HeadProps {
  queue: Queue;
  total: number | undefined;
  secondary: boolean;
  onSave: () => void;
  onEditView: (view: QueueViewResponse) => void;
  end?: ReactNode;
}

/** The view's name and what narrows it: the same above rows and above the board. */
export const QueueHead = memo(function QueueHead(props: HeadProps) {
  const { queue, total, secondary, onSave, onEditView, end } = props;
  const { address, views, view, wanted, layout, wide, filters } = queue;
  const { sources, names } = useFilterSources(queue);
  // Another order of a built-in view is a look, not another selection.
  const isChanged =
    queue.isChanged && (view?.id != null || Object.keys(address.filters).some((name) => name !== 'sort'));
  const shown = view?.id ? filters : address.filters;
  const bar = <FilterBar view={address.view} filters={filters} teams={sources.teams} onChange={queue.narrow} />;
  const narrowed = Object.keys(shown).some((name) => name !== 'sort');
  const edge = { xs: 2.5, md: 0.5 };
  const hasRoom = wide && layout !== 'list';
  return (
    <>
      {!wide && <ViewChips views={views} active={address.view} layout={address.layout} />}
      <ListTitle
        views={views}
        active={address.view}
        layout={address.layout}
        total={total}
        secondary={secondary}
        onEditView={onEditView}
        paneFrom={wanted === 'board' ? undefined : 'lg'}
        middle={hasRoom && bar}
        bare={layout === 'board'}
        end={
          <>
            {end}
            <LayoutSwitch layout={wanted} isNarrow={!wide} onChoose={queue.show} />
            <FilterButton filters={filters} sources={sources} onChange={queue.narrow} />
          </>
        }
      />
      {!hasRoom && bar}
      {(narrowed || isChanged) && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            flex: 'none',
            gap: 1,
            px: layout === 'board' ? edge : 2.5,
            py: 0.5,
          }}
        >
          <FilterChips filters={shown} names={names} onRemove={(name) => queue.narrow({ [name]: [] })} />
          {isChanged && (
            <Suspense fallback={null}>
              <SaveBar
                view={view?.id ? view : null}
                filters={filters}
                layout={wanted === 'board' ? 'board' : 'table'}
                onReset={queue.reset}
                onSaveAsNew={onSave}
              />
            </Suspense>
          )}
        </Box>
      )}
    </>
  );
});

interface Props {
  queue: Queue;
  /** The ticket that stands beside it. */
  openTicket: string | undefined;
  width: number;
  /** Saves what is shown as a view. */
  onSave: () => void;
  onEditView: (view: QueueViewResponse) => void;
}

const List = fixedBox('section', {
  display: 'flex',
  flexDirection: 'column',
  flex: { xs: 1, md: 'none' },
  '&[data-layout="table"]': { flex: 1 },
  minWidth: 0,
  minHeight: 0,
});

/** The tickets of the queue with their title, their filters, and what can be done with several of them. */
export const QueueList = memo(function QueueList({ queue, openTicket, width, onSave, onEditView }: Props) {
  const { filters, layout, wide } = queue;
  const { id: me } = useUser();
  const data = useQueueRows(queue);
  const total = useTotal(queue);
  const { sources } = useFilterSources(queue);
  const selection = useSelection(
    JSON.stringify(filters),
    data.rows.map(({ id }) => id),
  );
  const [begun, setBegun] = useState(false);
  const selecting = begun || selection.ids.length > 0;
  const stop = () => {
    setBegun(false);
    selection.clear();
  };
  // A click in the rows is answered before what stands above them.
  const head = useDeferredValue(
    <QueueHead
      queue={queue}
      total={total}
      secondary={openTicket !== undefined}
      onSave={onSave}
      onEditView={onEditView}
      end={
        !wide && (
          <Button variant="text" color="inherit" size="small" onClick={selecting ? stop : () => setBegun(true)}>
            {selecting ? texts.select.end : texts.select.begin}
          </Button>
        )
      }
    />,
  );
  return (
    <List aria-label={texts.list} data-layout={layout} style={wide && layout === 'list' ? { width } : undefined}>
      {head}
      <QueueRows
        queue={queue}
        data={data}
        total={total}
        openTicket={openTicket}
        selection={selection}
        selecting={selecting}
      />
      {selection.ids.length > 0 && (
        <Suspense fallback={null}>
          <BulkBar
            count={selection.ids.length}
            total={total ?? selection.ids.length}
            whole={selection.whole}
            selection={selection.whole ? { filters } : { ids: [...selection.ids] }}
            sources={{ ...sources, me }}
            onSelectWhole={selection.selectWhole}
            onClear={stop}
          />
        </Suspense>
      )}
    </List>
  );
});
