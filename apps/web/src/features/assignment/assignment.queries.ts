import type { PreviewAssignmentDto } from '@baton/contracts/assignment/assignment.dto';
import { assignmentEndpoints } from '@baton/contracts/assignment/assignment.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import type { AssignmentMode } from '@baton/domain/assignment/decision';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useSocketEvent } from '../../shared/realtime/use-socket';
import { useWake } from '../../shared/realtime/use-wake';
import { workWords } from '../../shared/text/work-words.texts';
import { useToast } from '../../shared/ui/toast';
import { texts } from './settings.texts';

/** Below `['tickets']`, so that whatever renews all tickets renews it too. */
const ofTicketKey = (ticketId: string) => ['tickets', 'assignment', ticketId] as const;

/** Why a ticket went to whom or waits, in step with the server. */
export function useTicketAssignment(ticketId: string) {
  const client = useQueryClient();
  const renew = () => void client.invalidateQueries({ queryKey: ofTicketKey(ticketId) });
  useSocketEvent('ticket.changed', (change) => {
    if (change.ticketId === ticketId) renew();
  });
  useWake(renew);
  return useQuery({
    queryKey: ofTicketKey(ticketId),
    queryFn: ({ signal }) => call(assignmentEndpoints.ofTicket, { params: { id: ticketId }, signal }),
  });
}

const assignmentKey = ['assignment'] as const;

/** Every team: how it hands out work, how many tickets wait, and why. */
export const waitingQuery = queryOptions({
  queryKey: [...assignmentKey, 'waiting'],
  queryFn: async ({ signal }) => (await call(assignmentEndpoints.waiting, { signal })).items,
});

/** Who would get an imagined ticket now. */
export const previewQuery = (imagined: PreviewAssignmentDto) =>
  queryOptions({
    queryKey: [...assignmentKey, 'preview', imagined],
    queryFn: ({ signal }) => call(assignmentEndpoints.preview, { body: imagined, signal }),
    // Of the same team: its people stay in sight while another question is asked.
    placeholderData: (before) => (before?.team.id === imagined.teamId ? before : undefined),
    gcTime: 60_000,
    staleTime: 5000,
  });

/** Changes come in bursts, and a busy desk never stands still. */
const GATHER_MS = 2000;

/** Keeps who waits and who could take it in step with tickets and people. */
export function useLiveAssignment(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const renew = () => void client.invalidateQueries({ queryKey: assignmentKey });
  const soon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      renew();
    }, GATHER_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useSocketEvent('ticket.changed', soon);
  useSocketEvent('availability.changed', soon);
  useWake(renew);
}

/** Lets a team hand out work another way; the toast puts it back. */
export function useChangeMode() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ teamId, mode }: { teamId: string; mode: AssignmentMode; before?: AssignmentMode }) =>
      call(teamsEndpoints.update, { params: { id: teamId }, body: { mode } }),
    onSuccess: ({ name, mode }, { teamId, before }) =>
      toast({
        message: texts.changed(name, workWords.mode[mode]),
        undo: before && (() => mutate({ teamId, mode: before })),
      }),
    onError: fail,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: assignmentKey }),
        client.invalidateQueries({ queryKey: ['teams'] }),
      ]),
  });
  return { change: mutate, isPending };
}
