import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, memo, type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import { LayoutSwitch } from '../features/queue/components/layout-switch';
import { ListTitle } from '../features/queue/components/list-title';
import { ViewChips } from '../features/queue/components/view-chips';
import { texts } from '../features/queue/queue.texts';
import { useSelection } from '../features/queue/use-selection';
import { fixedBox } from '../shared/ui/fixed-box';
import { lazyOptional } from '../shared/ui/lazy-optional';
import { QueueFilterBar, QueueFilterButton } from './queue-filters';
import { QueueRows } from './queue-rows';
import { type Queue, useQueueRows, useTotal } from './queue-state';

const SaveBar = lazy(() =>
  import('../features/queue/components/save-bar').then((module) => ({ default: module.SaveBar })),
);
const QueueFilterChips = lazyOptional(() => import('./queue-chips').then((module) => module.QueueFilterChips));
const SelectionBar = lazy(() => import('./queue-selection').then((module) => ({ default: module.SelectionBar })));

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
  // Another order of a built-in view is a look, not another selection.
  const isChanged =
    queue.isChanged && (view?.id != null || Object.keys(address.filters).some((name) => name !== 'sort'));
  const shown = view?.id ? filters : address.filters;
  const bar = <QueueFilterBar queue={queue} />;
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
            <QueueFilterButton queue={queue} />
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
          <Suspense fallback={<Box sx={{ height: 24 }} />}>
            <QueueFilterChips queue={queue} shown={shown} />
          </Suspense>
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
  const data = useQueueRows(queue);
  const total = useTotal(queue);
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
          <SelectionBar selection={selection} filters={filters} total={total} onClear={stop} />
        </Suspense>
      )}
    </List>
  );
});
