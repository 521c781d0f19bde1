import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import FilterList from '@mui/icons-material/FilterListOutlined';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { call } from '../../../shared/api/call';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { texts } from '../filters.texts';
import { texts as queueTexts } from '../queue.texts';
import type { FilterMenuProps } from './filter-menu';

const load = () => import('./filter-menu');
const FilterMenu = lazy(() => load().then((module) => ({ default: module.FilterMenu })));

interface Props extends Pick<FilterMenuProps, 'filters' | 'onChange'> {
  sources: Omit<FilterMenuProps['sources'], 'tags'>;
}

/** Tags in use, the most used first. Those that are filtered by stay in the list whatever it holds. */
function useTags(wanted: boolean, chosen: readonly string[]): string[] {
  const { data } = useQuery({
    queryKey: ['tags'],
    queryFn: ({ signal }) => call(queueEndpoints.tags, { query: {}, signal }),
    enabled: wanted,
  });
  return [...new Set([...(data?.items ?? []).map(({ tag }) => tag), ...chosen])];
}

/** Opens all filters; their code comes with the first hover. */
export function FilterButton({ filters, sources, onChange }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const tags = useTags(anchor !== null, filters.tag ?? []);
  useCommands(queueTexts.list, [{ keys: 'f', label: queueTexts.commands.filter, run: () => button.current?.click() }]);
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        aria-label={texts.narrow}
        title={texts.narrow}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        onMouseEnter={() => void load()}
      >
        <FilterList />
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>
          <FilterMenu
            anchor={anchor}
            filters={filters}
            sources={{ ...sources, tags }}
            onChange={onChange}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      )}
    </>
  );
}
