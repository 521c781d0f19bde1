import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Conversation, type ConversationHandle } from '../features/conversation/components/conversation';
import { useConversationRoom, useTypingSignal } from '../features/conversation/conversation.realtime';
import type { StaleEdit } from '../features/tickets/components/stale-dialog';
import { TicketHeader } from '../features/tickets/components/ticket-header';
import { useClaim, useEditTicket } from '../features/tickets/tickets.mutations';
import { ticketQuery } from '../features/tickets/tickets.queries';
import { texts } from '../features/tickets/tickets.texts';
import { isApiError } from '../shared/api/api-error';
import { useCommands } from '../shared/keyboard/use-commands';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { ErrorState } from '../shared/ui/error-state';
import { NoPermission } from '../shared/ui/no-permission';
import { PageTitle } from '../shared/ui/page-title';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const Drawer = lazy(() => import('@mui/material/Drawer'));
const Properties = lazy(() =>
  import('../features/tickets/components/properties').then((module) => ({ default: module.Properties })),
);
const StaleDialog = lazy(() =>
  import('../features/tickets/components/stale-dialog').then((module) => ({ default: module.StaleDialog })),
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
}

/** Holds an edit that met a colleague's until somebody has chosen. */
function useStaleEdit(ticket: TicketResponse) {
  const [stale, setStale] = useState<StaleEdit | null>(null);
  const onStale = (error: unknown, patch: UpdateTicketDto) => {
    if (isApiError(error)) setStale({ patch, conflicts: error.details as StaleEdit['conflicts'] });
  };
  const edit = useEditTicket(ticket.id, onStale);
  const dialog = stale && (
    <Suspense fallback={null}>
      <StaleDialog
        stale={stale}
        onClose={() => setStale(null)}
        onUseMine={(patch) => {
          setStale(null);
          // Without a version it stands, whatever was there.
          edit.mutate({ ...patch, version: undefined });
        }}
      />
    </Suspense>
  );
  return { onStale, dialog };
}

interface PaneProps extends Pick<Props, 'base'> {
  beside: boolean;
  ticket: TicketResponse;
  open: boolean;
  onClose: () => void;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
}

const paneLook = { width: 312, flex: 'none', overflowY: 'auto', px: 2.5, py: 2, bgcolor: 'surface.sunken' };

/** Beside the conversation where there is room, in a drawer otherwise. */
function PropertiesPane({ ticket, base, beside, open, onClose, onStale }: PaneProps) {
  const properties = (
    <Suspense fallback={<SkeletonRows rows={6} height={36} twoLines={false} />}>
      <Properties ticket={ticket} base={base} onStale={onStale} />
    </Suspense>
  );
  if (beside) {
    return (
      <Box
        component="aside"
        aria-label={texts.details}
        sx={{ ...paneLook, borderLeft: '1px solid', borderColor: 'divider', borderRadius: '0 12px 12px 0' }}
      >
        {properties}
      </Box>
    );
  }
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Drawer
        open
        anchor="right"
        onClose={onClose}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': texts.details, sx: { ...paneLook, width: 'min(360px, 100vw)' } },
        }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -1, mr: -1 }}>
          <IconButton aria-label={texts.closeDetails} onClick={onClose}>
            <Close />
          </IconButton>
        </Box>
        {properties}
      </Drawer>
    </Suspense>
  );
}

function LoadedTicket({ ticket, base, back, backOnlySmall, propertiesFrom }: Props & { ticket: TicketResponse }) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const { people, typists } = useConversationRoom(ticket.id);
  const typing = useTypingSignal(ticket.id);
  const conversation = useRef<ConversationHandle>(null);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const claim = useClaim(ticket.id);
  const { onStale, dialog } = useStaleEdit(ticket);
  const beside = useWiderThan(propertiesFrom);
  useCommands(texts.thisTicket, [
    ticket.can.claim && { keys: 'c', label: texts.moves.claim, run: () => claim.mutate(), onlyKeys: true },
    ticket.can.reply && { keys: 'r', label: texts.commands.reply, run: () => conversation.current?.write('reply') },
    ticket.can.note && { keys: 'n', label: texts.commands.note, run: () => conversation.current?.write('note') },
    !beside && { keys: 'i', label: texts.details, run: () => setDetailsOpen(true) },
  ]);
  return (
    <Box sx={{ display: 'flex', height: 1, minHeight: 0, minWidth: 0, flex: 1 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <TicketHeader
          ticket={ticket}
          people={people}
          back={back}
          backOnlySmall={backOnlySmall}
          detailsFrom={propertiesFrom}
          onDetails={() => setDetailsOpen(true)}
          onStale={onStale}
        />
        <Conversation
          ref={conversation}
          ticket={ticket}
          typists={typists}
          onTyping={typing}
          onFollowUp={(number) => navigate(`${base}/${number}`)}
          startWriting={Boolean((state as { write?: boolean } | null)?.write)}
        />
      </Box>
      <PropertiesPane
        ticket={ticket}
        base={base}
        beside={beside}
        open={detailsOpen}
        onClose={() => setDetailsOpen(false)}
        onStale={onStale}
      />
      {dialog}
    </Box>
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

/** One ticket: what it is, what was said, and everything else at its side. */
export function TicketView(props: Props) {
  const { data, error, isPending, refetch } = useQuery(ticketQuery(props.ticketRef));
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
}
