import type { TicketLinkResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { lazy, memo, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { Navigate } from 'react-router-dom';
import { Conversation, type ConversationHandle } from '../features/conversation/components/conversation';
import { useConversationRoom, useTypingSignal } from '../features/conversation/conversation.realtime';
import { timelineKey } from '../features/conversation/timeline.queries';
import { useMacroTools } from '../features/macros/use-macro-tools';
import { TicketHeader } from '../features/tickets/components/ticket-header';
import { useClaim } from '../features/tickets/tickets.mutations';
import { ticketQuery } from '../features/tickets/tickets.queries';
import { texts } from '../features/tickets/tickets.texts';
import type { TicketName } from '../features/tickets/use-prefetch-ticket';
import { useSession } from '../shared/access/use-session';
import { isApiError } from '../shared/api/api-error';
import { useCommands } from '../shared/keyboard/use-commands';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { ErrorState } from '../shared/ui/error-state';
import { fixedBox } from '../shared/ui/fixed-box';
import { useGo } from '../shared/ui/link';
import { NoPermission } from '../shared/ui/no-permission';
import { PageTitle } from '../shared/ui/page-title';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { TicketProperties } from './ticket-properties';
import { useStaleEdit } from './use-stale-edit';
import { useTicketRelations } from './use-ticket-relations';

const MergeNotices = lazy(() =>
  import('../features/relations/components/merge-notices').then((module) => ({ default: module.MergeNotices })),
);

interface Props {
  /** Id or number. */
  ticketRef: string;
  /** Below which address other tickets open. */
  base: string;
  back?: string;
  backOnlySmall?: boolean;
  /** From which width on the properties stand beside the conversation. */
  propertiesFrom: 'lg' | 'xl';
  /** How its address goes on, and that of other tickets opened from it. */
  search?: string;
  /** What led here, while this is the ticket of the address. */
  arrival?: Arrival | null;
  /** Goes on to the next ticket of the list it was opened from. */
  onNext?: (from: string) => void;
}

/** What an address says beyond its ticket. */
export interface Arrival {
  /** Put the cursor into the reply. */
  write?: boolean;
  /** The number that led here, of a ticket merged into this one. */
  cameFrom?: string;
  /** Show a merged ticket itself. */
  stay?: boolean;
}

const Panes = fixedBox('div', { display: 'flex', height: 1, minHeight: 0, minWidth: 0, flex: 1 });
const Pane = fixedBox('div', { display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 });

interface TicketCommands {
  ticket: TicketResponse;
  beside: boolean;
  conversation: RefObject<ConversationHandle | null>;
  onDetails: () => void;
}

function useTicketCommands({ ticket, beside, conversation, onDetails }: TicketCommands): void {
  const claim = useClaim(ticket.id);
  const { can } = useSession();
  useCommands(texts.thisTicket, [
    ticket.can.claim && { keys: 'c', label: texts.moves.claim, run: () => claim.mutate(), onlyKeys: true },
    ticket.can.reply && { keys: 'r', label: texts.commands.reply, run: () => conversation.current?.write('reply') },
    ticket.can.note && { keys: 'n', label: texts.commands.note, run: () => conversation.current?.write('note') },
    ticket.can.note &&
      can('macro.use') && { keys: 'm', label: texts.commands.macro, run: () => conversation.current?.openMacros() },
    !beside && { keys: 'i', label: texts.details, run: onDetails },
  ]);
}

function LoadedTicket({
  ticket,
  ticketRef,
  base,
  search = '',
  propertiesFrom,
  ...more
}: Props & { ticket: TicketResponse }) {
  const { back, backOnlySmall, arrival, onNext } = more;
  const go = useGo();
  const { people, typists } = useConversationRoom(ticket.id);
  const typing = useTypingSignal(ticket.id);
  const conversation = useRef<ConversationHandle>(null);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const { onStale, dialog } = useStaleEdit(ticket);
  const open = (number: string) => go(`${base}/${number}${search}`);
  const relations = useTicketRelations(ticket, open);
  const macros = useMacroTools(ticket.id);
  const beside = useWiderThan(propertiesFrom);
  useTicketCommands({ ticket, beside, conversation, onDetails: () => setDetailsOpen(true) });
  return (
    <Panes>
      <Pane>
        <TicketHeader
          ticket={ticket}
          people={people}
          back={back}
          backOnlySmall={backOnlySmall}
          detailsFrom={propertiesFrom}
          onDetails={() => setDetailsOpen(true)}
          onStale={onStale}
          actions={relations.actions}
        />
        {(ticket.mergedInto || arrival?.cameFrom) && (
          <Suspense fallback={null}>
            <MergeNotices ticket={ticket} base={base} cameFrom={arrival?.cameFrom} />
          </Suspense>
        )}
        <Conversation
          ref={conversation}
          ticket={ticket}
          typists={typists}
          onTyping={typing}
          onOpen={open}
          startWriting={Boolean(arrival?.write)}
          macros={ticket.can.note ? macros : undefined}
          onNext={onNext && (() => onNext(ticketRef))}
          onSplit={relations.split}
        />
      </Pane>
      <TicketProperties
        ticket={ticket}
        base={base}
        beside={beside}
        open={detailsOpen}
        onClose={() => setDetailsOpen(false)}
        onStale={onStale}
        onLink={relations.link}
      />
      {dialog}
      {relations.dialog}
    </Panes>
  );
}

interface MergedPair {
  from: TicketResponse;
  into: TicketLinkResponse;
}

/** A merged ticket leads on to where its conversation goes on, unless somebody came to see it. */
function MergedElsewhere({ from, into, base, search = '' }: Pick<Props, 'base' | 'search'> & MergedPair) {
  return (
    <Navigate replace to={`${base}/${into.number}${search}`} state={{ cameFrom: from.number } satisfies Arrival} />
  );
}

/** In place of the ticket. The page keeps a name, for the window and for screen readers. */
function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ flex: 1, position: 'relative' }}>
      <PageTitle sx={{ position: 'absolute', clipPath: 'inset(50%)' }}>{title}</PageTitle>
      {children}
    </Box>
  );
}

/** Whether it can be drawn without asking the server. */
export const isTicketHeld = (client: QueryClient, { id, number }: TicketName): boolean =>
  client.getQueryData(ticketQuery(number).queryKey) !== undefined && client.getQueryData(timelineKey(id)) !== undefined;

/** One ticket: what it is, what was said, and everything else at its side. It does not listen to the address. */
export const TicketView = memo(function TicketView(props: Props) {
  const { data, error, isPending, isFetchedAfterMount, refetch } = useQuery({
    ...ticketQuery(props.ticketRef),
    // It may have been taken out of the merge since this was kept.
    refetchOnMount: ({ state }) => (state.data?.mergedInto ? 'always' : true),
  });
  if (data?.mergedInto && !props.arrival?.stay && isFetchedAfterMount)
    return <MergedElsewhere from={data} into={data.mergedInto} base={props.base} search={props.search} />;
  if (data) return <LoadedTicket {...props} ticket={data} />;
  if (isPending) {
    return (
      <Aside title={props.ticketRef}>
        <SkeletonRows rows={6} height={80} />
      </Aside>
    );
  }
  const isMissing = isApiError(error, 'resource.not_found') || isApiError(error, 'request.invalid');
  return isMissing ? (
    <Aside title={texts.missingTitle}>
      <NoPermission title={texts.missingTitle} text={texts.missingText} />
    </Aside>
  ) : (
    <Aside title={texts.loadFailed}>
      <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />
    </Aside>
  );
});
