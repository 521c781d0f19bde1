import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { TimelineData } from '@baton/contracts/conversation/timeline-data';
import { messageCapabilities } from '@baton/domain/conversation/message-policy';
import { PERMISSIONS } from '@baton/domain/permissions/roles';
import Box from '@mui/material/Box';
import { lazy, memo, Suspense } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { Later } from '../../../shared/ui/later';
import { texts } from '../conversation.texts';
import type { TalkedAbout } from '../talked-about';
import { MessageEntry } from './message-entry';
import { SystemLine } from './system-line';

const EditedMark = lazy(() => import('./edited-mark').then((module) => ({ default: module.EditedMark })));
const MessageActions = lazy(() => import('./message-actions').then((module) => ({ default: module.MessageActions })));
const MessageEditor = lazy(() => import('./message-editor').then((module) => ({ default: module.MessageEditor })));
const MergedRequests = lazy(() => import('./merged-requests').then((module) => ({ default: module.MergedRequests })));

export interface EntryHandlers {
  /** The message that is being changed, by its id. */
  editing: string | null;
  onEditing: (messageId: string | null) => void;
  /** Makes a message a ticket of its own. */
  onSplit?: (message: MessageResponse) => void;
}

interface Props extends EntryHandlers {
  entry: TimelineEntryResponse;
  ticket: TalkedAbout;
}

const Caption = ({ children }: { children: string }) => (
  <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
    {children}
  </Box>
);

function Message({ entry, ticket, message, editing, onEditing, onSplit }: Props & { message: MessageResponse }) {
  const me = useUser();
  const can = messageCapabilities(
    { userId: me.id, permissions: PERMISSIONS[me.role] },
    { authorId: message.author.id, redacted: message.redactedAt !== null, ticketStatus: ticket.status },
  );
  const from = (entry.data as TimelineData['message.sent']).movedFrom;
  const isEdited = message.editedAt !== null && message.redactedAt === null;
  const editor = editing === message.id && can.edit && (
    <Suspense fallback={<Box sx={{ minHeight: 140 }} />}>
      <MessageEditor ticketId={ticket.id} message={message} onClose={() => onEditing(null)} />
    </Suspense>
  );
  return (
    <MessageEntry
      author={message.author}
      requesterId={ticket.requester.id}
      at={message.createdAt}
      html={message.body}
      attachments={message.attachments}
      internal={message.internal}
      instead={
        message.redactedAt ? (
          <Box sx={{ typography: 'message', fontStyle: 'italic', color: 'text.secondary' }}>{texts.redacted}</Box>
        ) : (
          editor || undefined
        )
      }
      marks={
        <>
          {from && <Caption>{texts.movedFrom(from.number)}</Caption>}
          {isEdited && (
            <Suspense fallback={null}>
              <EditedMark ticket={ticket} message={message} />
            </Suspense>
          )}
        </>
      }
      actions={
        !editor && (
          <Later>
            <Suspense fallback={null}>
              <MessageActions
                ticketId={ticket.id}
                message={message}
                can={can}
                onEdit={() => onEditing(message.id)}
                onSplit={ticket.can.relate && !message.redactedAt && onSplit ? () => onSplit(message) : undefined}
              />
            </Suspense>
          </Later>
        )
      }
    />
  );
}

/** One entry of a timeline: a message, or what happened. */
export const Entry = memo(function Entry(props: Props) {
  const { entry, ticket } = props;
  if (entry.message) return <Message {...props} message={entry.message} />;
  const { requests } = entry.data as TimelineData['ticket.merged'];
  return (
    <>
      <SystemLine entry={entry} />
      {requests && (
        <Suspense fallback={null}>
          <MergedRequests requests={requests} requesterId={ticket.requester.id} />
        </Suspense>
      )}
    </>
  );
});
