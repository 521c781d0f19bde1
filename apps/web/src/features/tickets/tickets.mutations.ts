import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import type { BodyOf } from '@baton/contracts/http/endpoint';
import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { AssignedTicketResponse } from '@baton/contracts/tickets/assigned-ticket.response';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../../shared/access/use-session';
import { isApiError } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { formErrorText } from '../../shared/forms/form-error';
import { useToast } from '../../shared/ui/toast';
import { refreshLists, refreshViews } from './live-lists';
import { isOf, knownTicket, knownVersion, renewDetails, showGuess, storeTicket } from './ticket-cache';
import type { Move } from './ticket-moves';
import { categoriesQuery, teamsQuery, ticketKeys, workersQuery } from './tickets.queries';
import { texts } from './tickets.texts';

export function failureText(error: unknown): string {
  if (isApiError(error, 'ticket.already_claimed')) {
    const by = error.details.by as { name?: string } | null;
    return texts.failed.claimed(by?.name);
  }
  return isApiError(error) ? formErrorText(error) : texts.failed.other;
}

/** Who or what an id stands for, as far as this page has heard. */
const namedBy = <T extends { id: string }>(client: QueryClient, listed: QueryKey, id: string | null): T | null =>
  client.getQueryData<{ items: T[] }>(listed)?.items.find((each) => each.id === id) ?? null;

interface Action<V, T extends TicketResponse> {
  run: (value: V) => Promise<T>;
  /** What the page shows until the server answers; taken back if it refuses. */
  guess?: (value: V) => Partial<TicketResponse>;
  /** True when the refusal is dealt with elsewhere. */
  handles?: (error: unknown) => boolean;
  /** What has to be said although it was done. */
  remark?: (ticket: T) => string | null;
}

/** A change of one ticket. Stores the answer, and renews lists and counts: the ticket may have moved between them. */
function useTicketAction<V, T extends TicketResponse = TicketResponse>(
  id: string,
  { run, guess, handles, remark }: Action<V, T>,
) {
  const client = useQueryClient();
  const toast = useToast();
  const self = new Set([id]);
  return useMutation({
    mutationFn: run,
    // One after the other, so that quick changes do not meet each other at the server.
    scope: { id: `ticket ${id}` },
    onMutate: async (value: V) => {
      await client.cancelQueries({ queryKey: ticketKeys.details, predicate: isOf(self) });
      return guess && showGuess(client, id, guess(value));
    },
    onError: (error, _value, takeBack) => {
      takeBack?.();
      if (!handles?.(error)) toast({ message: failureText(error), tone: 'error' });
      void renewDetails(client, self);
    },
    onSuccess: (ticket) => {
      storeTicket(client, ticket);
      const message = remark?.(ticket);
      if (message) toast({ message, seconds: 8 });
    },
    onSettled: () => {
      void refreshLists(client, [id]);
      refreshViews(client);
    },
  });
}

function useMe(): PersonResponse {
  const { id, name, role, avatarUrl } = useUser();
  return { id, name, role, avatarUrl };
}

export function useClaim(id: string) {
  const me = useMe();
  return useTicketAction<void>(id, {
    run: () => call(ticketsEndpoints.claim, { params: { id } }),
    guess: () => ({ assignee: me, assigneeId: me.id, status: 'in_progress' }),
  });
}

export function useAssign(id: string) {
  const client = useQueryClient();
  return useTicketAction<BodyOf<typeof ticketsEndpoints.assign>, AssignedTicketResponse>(id, {
    run: (body) => call(ticketsEndpoints.assign, { params: { id }, body }),
    remark: ({ assignee, overCapacity }) =>
      assignee && overCapacity && texts.overCapacity(assignee.name, overCapacity.active, overCapacity.capacity),
    guess: ({ assigneeId, teamId }) => ({
      ...(assigneeId !== undefined && {
        assigneeId,
        assignee: namedBy<PersonResponse>(client, workersQuery.queryKey, assigneeId),
      }),
      ...(teamId !== undefined && { teamId, team: namedBy<TeamResponse>(client, teamsQuery.queryKey, teamId) }),
    }),
  });
}

/** Along the state machine; each move knows the route it takes. */
export function sendMove(id: string, { via, to }: Move): Promise<TicketResponse> {
  if (via === 'claim') return call(ticketsEndpoints.claim, { params: { id } });
  if (via === 'status') return call(ticketsEndpoints.changeStatus, { params: { id }, body: { status: to } });
  return call(ticketsEndpoints[via], { params: { id }, body: {} });
}

export function useMove(id: string) {
  return useTicketAction<Move>(id, {
    run: (move) => sendMove(id, move),
    guess: ({ to }) => ({ status: to }),
  });
}

/** Null empties a field. */
const withFieldValues = (
  before: TicketResponse['customFields'] = {},
  changes: NonNullable<UpdateTicketDto['customFields']>,
): TicketResponse['customFields'] =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes }).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  );

/** The ticket's own words for an edit, as far as they can be known before the server has spoken. */
function editGuess(client: QueryClient, id: string, patch: UpdateTicketDto): Partial<TicketResponse> {
  const { version: _version, description: _needsCleaning, categoryId, customFields, ...asWritten } = patch;
  const category = categoryId && namedBy<CategoryResponse>(client, categoriesQuery.queryKey, categoryId);
  const guess = {
    ...asWritten,
    ...(categoryId !== undefined && {
      categoryId,
      category: category ? { id: category.id, name: category.path } : null,
    }),
    ...(customFields && { customFields: withFieldValues(knownTicket(client, id)?.customFields, customFields) }),
  };
  return Object.fromEntries(Object.entries(guess).filter(([, value]) => value !== undefined));
}

/**
 * An edit says which version it was made against: the one in its patch, such as that of a form when it was opened, or
 * else the newest known, which earlier edits of one's own have already moved on.
 * @param onStale hears of a colleague's change to the same field, with both values in `details`
 */
export function useEditTicket(id: string, onStale: (error: unknown, patch: UpdateTicketDto) => void) {
  const client = useQueryClient();
  return useTicketAction<UpdateTicketDto>(id, {
    run: async (patch) => {
      try {
        const version = knownVersion(client, id) ?? undefined;
        return await call(ticketsEndpoints.update, { params: { id }, body: { version, ...patch } });
      } catch (error) {
        if (isApiError(error, 'ticket.stale')) onStale(error, patch);
        throw error;
      }
    },
    guess: (patch) => editGuess(client, id, patch),
    handles: (error) => isApiError(error, 'ticket.stale'),
  });
}

export function useWatchers(id: string) {
  const client = useQueryClient();
  const me = useMe();
  const without = (userId: string) => (knownTicket(client, id)?.watchers ?? []).filter((each) => each.id !== userId);
  const watch = useTicketAction<{ userId?: string }>(id, {
    run: (body) => call(ticketsEndpoints.watch, { params: { id }, body }),
    guess: ({ userId }) => {
      const person = userId === undefined ? me : namedBy<PersonResponse>(client, workersQuery.queryKey, userId);
      return person ? { watchers: [...without(person.id), person] } : {};
    },
  });
  const unwatch = useTicketAction<string>(id, {
    run: (userId) => call(ticketsEndpoints.unwatch, { params: { id, userId } }),
    guess: (userId) => ({ watchers: without(userId) }),
  });
  return { watch, unwatch };
}
