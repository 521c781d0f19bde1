import type { ViewLayout } from '@baton/domain/queue/views';
import { useCallback, useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { keepPersonal, readPersonal } from '../../shared/storage/personal-storage';
import type { Layout } from './queue-address';

const NAME = 'queue-rows';

/** Lists and tables are two looks of the same rows; which one is the reader's taste, a board is the view's. */
export function useLayout(chosen: Layout | null, view: ViewLayout | undefined, isNarrow: boolean) {
  const { id } = useUser();
  const [rows, setRows] = useState<Layout>(() => readPersonal<Layout>(id, NAME) ?? 'list');
  const usual = view === 'board' ? 'board' : rows;
  const wanted = chosen ?? usual;
  return {
    layout: wanted === 'table' && isNarrow ? 'list' : wanted,
    /** What the address has to say for it. */
    choose: useCallback(
      (layout: Layout): Layout | null => {
        if (layout !== 'board') {
          setRows(layout);
          keepPersonal(id, NAME, layout);
        }
        return layout === 'board' || view === 'board' ? (layout === view ? null : layout) : null;
      },
      [id, view],
    ),
  };
}
