import type { MacroPreviewResponse } from '@baton/contracts/macros/macros.response';
import { useQueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { useSession } from '../../shared/access/use-session';

const lookup = () => import('./macro-lookup');
const MacroPicker = lazy(() => import('./components/macro-picker').then((module) => ({ default: module.MacroPicker })));

interface Picking {
  anchor: HTMLElement;
  onUse: (filled: MacroPreviewResponse) => void;
  onClose: () => void;
}

/**
 * Macros for whoever writes on a ticket: found by name, filled in, picked from a list. None for employees. Their code
 * comes with the first use.
 */
export function useMacroTools(ticketId: string) {
  const client = useQueryClient();
  const { can } = useSession();
  if (!can('macro.use')) return undefined;
  return {
    find: async (typed: string) => (await lookup()).findMacros(client, typed),
    fill: async (id: string) => (await lookup()).fillForTicket(client, ticketId, id),
    picker: (picking: Picking) => <MacroPicker ticketId={ticketId} {...picking} />,
  };
}
