import type { LinkKind } from '@baton/contracts/relations/relations.dto';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { relationErrors, texts } from './relations.texts';

/** What the interface needs to know of a ticket to speak of it. */
export type Numbered = Pick<TicketResponse, 'id' | 'number'>;

const MOST = 8;

/** Tickets by number or words, the latest first. */
export const foundTickets = (q: string) =>
  queryOptions({
    queryKey: ['tickets', 'found', q],
    queryFn: ({ signal }) => call(ticketsEndpoints.list, { query: { q: q || undefined, limit: MOST }, signal }),
    placeholderData: keepPreviousData,
  });

const params = ({ id }: Numbered) => ({ id });

/** The two tickets, their timelines and every list may read differently now. */
function useRenewal(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['tickets'] }),
      client.invalidateQueries({ queryKey: ['timeline'] }),
    ]);
}

interface Change<V> {
  run: (value: V) => Promise<TicketResponse>;
  done: (answer: TicketResponse, value: V) => void;
}

function useChange<V>({ run, done }: Change<V>) {
  const failed = useFailureToast(relationErrors);
  const renew = useRenewal();
  return useMutation({
    mutationFn: run,
    onSuccess: (answer, value) => {
      done(answer, value);
      // Nobody has to wait for the lists.
      void renew();
    },
    onError: failed,
  });
}

export function useUnmerge(onDone?: (source: TicketResponse) => void) {
  const toast = useToast();
  return useChange<Numbered>({
    run: (source) => call(relationsEndpoints.unmerge, { params: params(source) }),
    done: (source) => {
      toast(texts.unmerged(source.number));
      onDone?.(source);
    },
  });
}

interface Merge {
  source: Numbered;
  intoId: string;
}

/** Merges, with an undo. @param onOpen goes to a ticket */
export function useMerge(onOpen: (number: string) => void) {
  const toast = useToast();
  const unmerge = useUnmerge(({ number }) => onOpen(number));
  return useChange<Merge>({
    run: ({ source, intoId }) => call(relationsEndpoints.merge, { params: params(source), body: { intoId } }),
    done: (target, { source }) => {
      toast({ message: texts.merged(source.number, target.number), undo: () => unmerge.mutate(source) });
      onOpen(target.number);
    },
  });
}

interface Link {
  ticket: Numbered;
  other: Numbered;
  kind: LinkKind;
}

const link = ({ ticket, other, kind }: Link) =>
  call(relationsEndpoints.link, { params: params(ticket), body: { ticketId: other.id, kind } });
const unlink = ({ ticket, other }: Link) =>
  call(relationsEndpoints.unlink, { params: { id: ticket.id, otherId: other.id } });

/** Links and unlinks; each undoes the other. */
export function useLinks() {
  const toast = useToast();
  const linkAgain = useChange<Link>({ run: link, done: (_ticket, { other }) => toast(texts.linked(other.number)) });
  const unlinkAgain = useChange<Link>({
    run: unlink,
    done: (_ticket, { other }) => toast(texts.unlinked(other.number)),
  });
  const add = useChange<Link>({
    run: link,
    done: (_ticket, made) => toast({ message: texts.linked(made.other.number), undo: () => unlinkAgain.mutate(made) }),
  });
  const remove = useChange<Link>({
    run: unlink,
    done: (_ticket, was) => toast({ message: texts.unlinked(was.other.number), undo: () => linkAgain.mutate(was) }),
  });
  return { add, remove };
}

function useUnsplit() {
  const toast = useToast();
  return useChange<Numbered>({
    run: (ticket) => call(relationsEndpoints.unsplit, { params: params(ticket) }),
    done: ({ number }) => toast(texts.unsplitDone(number)),
  });
}

/** Tells of a split that was made, with an undo. */
export function useSplitDone(): (made: TicketResponse) => Promise<unknown> {
  const toast = useToast();
  const unsplit = useUnsplit();
  const renew = useRenewal();
  return (made) => {
    toast({ message: texts.splitDone(made.number), undo: () => unsplit.mutate(made) });
    return renew();
  };
}
