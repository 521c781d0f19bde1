import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import Search from '@mui/icons-material/SearchOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PaletteItem } from '../../features/palette/palette-item';
import { call } from '../../shared/api/call';
import { routeAt } from '../routes';
import { texts } from './palette.texts';
import { ticketItem } from './use-place-items';

const PAUSE_MS = 150;
const SHORTEST = 2;
const MOST = 6;

function useSettled(typed: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** What the server finds beyond what is in memory. It comes below, so that nothing moves. */
export function useFoundItems(typed: string, base: string): PaletteItem[] {
  const q = useSettled(typed.trim());
  const isAsked = q.length >= SHORTEST;
  const { data } = useQuery({
    queryKey: ['search', 'palette', q],
    queryFn: ({ signal }) => call(searchEndpoints.search, { query: { q, limit: MOST }, signal }),
    enabled: isAsked,
    retry: false,
    placeholderData: keepPreviousData,
  });
  if (!isAsked || typed.trim() === '') return [];
  const found = (data?.items ?? []).map(
    ({ ticket }): PaletteItem => ({
      ...ticketItem(ticket, base),
      id: `found ${ticket.id}`,
      group: 'found',
      always: true,
    }),
  );
  if (!routeAt('/search')) return found;
  const everything: PaletteItem = {
    id: 'search',
    group: 'found',
    label: texts.searchFor(typed.trim()),
    icon: <Search />,
    href: `/search?${new URLSearchParams({ q: typed.trim() })}`,
    always: true,
  };
  return [...found, everything];
}
