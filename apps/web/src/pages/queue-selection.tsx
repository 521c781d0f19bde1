import { BulkBar } from '../features/bulk-edits/components/bulk-bar';
import type { QueueFilters } from '../features/queue/queue-views';
import type { ListSelection } from '../features/queue/use-selection';
import { useUser } from '../shared/access/use-session';
import { useFilterSources } from './queue-filters';

interface Props {
  selection: ListSelection;
  /** Of the list, for a selection of all it finds. */
  filters: QueueFilters;
  total: number | undefined;
  onClear: () => void;
}

/** What can be done with the rows that are chosen. */
export function SelectionBar({ selection, filters, total, onClear }: Props) {
  const { id: me } = useUser();
  const sources = useFilterSources();
  return (
    <BulkBar
      count={selection.ids.length}
      total={total ?? selection.ids.length}
      whole={selection.whole}
      selection={selection.whole ? { filters } : { ids: [...selection.ids] }}
      sources={{ ...sources, me }}
      onSelectWhole={selection.selectWhole}
      onClear={onClear}
    />
  );
}
