import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import { matchPath, useLocation, useNavigate } from 'react-router-dom';
import { Palette } from '../../features/palette/components/palette';
import type { PaletteItem } from '../../features/palette/palette-item';
import { ticketQuery } from '../../features/tickets/tickets.queries';
import { useFoundItems } from './use-found-items';
import { usePlaceItems } from './use-place-items';
import { useTicketItems } from './use-ticket-items';

interface Props {
  /** What was typed while this was on its way. */
  typedAhead: RefObject<string>;
  onShortcuts: () => void;
  onClose: () => void;
}

/** The ticket that is open, if it is in memory. Asking for it is its own page's business. */
function useOpenTicket(): TicketResponse | undefined {
  const { pathname } = useLocation();
  const match = matchPath('/queue/:ref', pathname) ?? matchPath('/tickets/:ref', pathname);
  const { data } = useQuery({ ...ticketQuery(match?.params.ref ?? ''), enabled: false });
  return data;
}

function Lines({
  typedAhead,
  onShortcuts,
  onClose,
  about,
  actions,
}: Props & { about: string | null; actions: PaletteItem[] }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => typedAhead.current);
  const { commands, places, base } = usePlaceItems();
  const found = useFoundItems(typed, base);
  const items = useMemo(() => [...actions, ...commands, ...places, ...found], [actions, commands, places, found]);
  const choose = (item: PaletteItem, beside: boolean) => {
    onClose();
    if (item.href === undefined) return item.run?.();
    if (beside) window.open(item.href, '_blank', 'noopener');
    else navigate(item.href);
  };
  return (
    <Palette
      items={items}
      typed={typed}
      onType={setTyped}
      about={about}
      onChoose={choose}
      onShortcuts={onShortcuts}
      onClose={onClose}
    />
  );
}

const NOTHING: PaletteItem[] = [];

function OfTicket({ ticket, ...props }: Props & { ticket: TicketResponse }) {
  return <Lines {...props} about={ticket.number} actions={useTicketItems(ticket)} />;
}

/** The palette with everything this person can do and go to. */
export function PaletteHost(props: Props) {
  const ticket = useOpenTicket();
  return ticket ? <OfTicket {...props} ticket={ticket} /> : <Lines {...props} about={null} actions={NOTHING} />;
}
