import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import { lastSeqOf } from '@baton/domain/conversation/loaded-timeline';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  lazy,
  type Ref,
  type RefObject,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useState,
} from 'react';
import { useUser } from '../../../shared/access/use-session';
import { ErrorState } from '../../../shared/ui/error-state';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { Typist } from '../conversation.realtime';
import { texts } from '../conversation.texts';
import { isHeldHere } from '../hold';
import type { MacroTools } from '../macro-tools';
import { type Outgoing, pendingOf, recall, takeBack } from '../outbox';
import type { TalkedAbout } from '../talked-about';
import { type LoadedTimeline, lastOwn } from '../timeline';
import { catchUp, timelineQuery } from '../timeline.queries';
import { useComposer } from '../use-composer';
import type { Kind } from '../use-draft';
import { useOutbox } from '../use-outbox';
import type { ComposerHandle } from '../use-writing';

import { Entries, loadPendingEntry } from './entries';
import { TypingLine } from './typing-line';

const Composer = lazy(async () => {
  const [module] = await Promise.all([import('./composer'), loadPendingEntry()]);
  return { default: module.Composer };
});
const ConflictDialog = lazy(() => import('./conflict-dialog').then((module) => ({ default: module.ConflictDialog })));

export interface ConversationHandle {
  write: (kind: Kind) => void;
  openMacros: () => void;
}

interface Props {
  ticket: TalkedAbout;
  typists: readonly Typist[];
  onTyping: (internal: boolean) => void;
  /** Goes to another ticket: the one a reply went into, or the one it was taken back from. */
  onOpen: (number: string) => void;
  ref?: Ref<ConversationHandle>;
  /** Put the cursor into the reply at once. */
  startWriting?: boolean;
  macros?: MacroTools;
  onNext?: () => void;
  onSplit?: (message: MessageResponse) => void;
}

/** The ticket as its page knows it may be ahead of what was pushed. */
function useTimeline(ticketId: string, lastSeq: number) {
  const client = useQueryClient();
  const timeline = useQuery(timelineQuery(client, ticketId));
  const held = timeline.data ? lastSeqOf(timeline.data) : lastSeq;
  useEffect(() => {
    if (lastSeq > held) void catchUp(client, ticketId);
  }, [client, ticketId, lastSeq, held]);
  return timeline;
}

/** Whoever looks at an ended ticket while the reply is delivered goes on to the new one. */
function useFollowUps(items: readonly Outgoing[], onOpen: (number: string) => void): void {
  const me = useUser();
  const done = items.find(({ state }) => state === 'followed_up');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per delivered message
  useEffect(() => {
    if (!done?.followUp) return;
    takeBack(me.id, done.clientId);
    onOpen(done.followUp);
  }, [done?.clientId]);
}

/** A held-back message asks for attention once by itself, and again on demand. */
function useConflict(items: readonly Outgoing[]) {
  const heldBack = items.find(({ state }) => state === 'moved_on');
  const [openFor, setOpenFor] = useState<string | null>(null);
  useEffect(() => setOpenFor(heldBack?.clientId ?? null), [heldBack?.clientId]);
  const open = items.find(({ clientId, state }) => clientId === openFor && state === 'moved_on');
  return { open, show: (item: Outgoing) => setOpenFor(item.clientId), close: () => setOpenFor(null) };
}

/** What one can still change of what one has written. */
function useOwnMessages(
  loaded: LoadedTimeline,
  pending: readonly Outgoing[],
  composer: RefObject<ComposerHandle | null>,
) {
  const { id } = useUser();
  const [editing, setEditing] = useState<string | null>(null);
  const takeUp = (item: Outgoing) => {
    if (composer.current && recall(id, item)) composer.current.restore(item);
  };
  // The same each time, so that no message is drawn again for it.
  const edit = useCallback(
    (messageId: string | null) => {
      setEditing(messageId);
      if (messageId === null) composer.current?.focus('reply');
    },
    [composer],
  );
  /** Takes up the last reply on hold, if there is one. */
  const undoSend = () => {
    const item = pending.findLast(isHeldHere);
    if (item) takeUp(item);
    return item !== undefined;
  };
  return {
    editing,
    takeUp,
    undoSend,
    edit,
    /** The last one is the one on its way, if there is one; what is not on hold any more cannot be had back. */
    editLast: () => {
      if (!undoSend() && pending.length === 0) setEditing(lastOwn(loaded.items, id)?.id ?? null);
    },
  };
}

/** Kept free for the composer while its code is on the way. */
const ROOM = <div style={{ height: 190 }} />;
const Talk = fixedBox('section', { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 });

const EMPTY: LoadedTimeline = { items: [], hasOlder: false };

/** What was said about a ticket, as it is said, and where to answer. */
export function Conversation({ ticket, typists, onTyping, onOpen, ref, startWriting, ...more }: Props) {
  const timeline = useTimeline(ticket.id, ticket.lastSeq);
  const loaded = timeline.data ?? EMPTY;
  const pending = pendingOf(useOutbox(), ticket.id, loaded.items);
  const { composer, hold, write } = useComposer(ticket.id);
  const conflict = useConflict(pending);
  const own = useOwnMessages(loaded, pending, composer);
  useFollowUps(pending, onOpen);
  // What was said is seen first. Until the editor has followed, nobody can write in that of the ticket before.
  const writer = useDeferredValue(
    <Suspense key={ticket.id} fallback={ROOM}>
      <Composer
        ref={hold}
        ticket={ticket}
        lastSeq={lastSeqOf(loaded)}
        onTyping={onTyping}
        autoFocus={startWriting}
        macros={more.macros}
        onNext={more.onNext}
        onOpen={onOpen}
        onEditLast={own.editLast}
        onUndoSend={own.undoSend}
      />
    </Suspense>,
    ROOM,
  );
  const hasWriter = writer.key === ticket.id;
  useImperativeHandle(ref, () => ({
    write: (kind) => write(kind, hasWriter),
    openMacros: () => composer.current?.openMacros(),
  }));
  return (
    <Talk aria-label={texts.conversation}>
      {timeline.isPending ? (
        <div style={{ flex: 1, overflow: 'hidden' }}>
          <SkeletonRows rows={5} height={88} />
        </div>
      ) : timeline.isError && !timeline.data ? (
        <ErrorState error={timeline.error} title={texts.loadFailed} onRetry={() => void timeline.refetch()} />
      ) : (
        <Entries
          ticket={ticket}
          loaded={loaded}
          pending={pending}
          onEdit={own.takeUp}
          onReadMissed={conflict.show}
          editing={own.editing}
          onEditing={own.edit}
          onSplit={more.onSplit}
        />
      )}
      <TypingLine typists={typists} />
      {(ticket.can.reply || ticket.can.note) && (
        <div inert={!hasWriter} style={{ flex: 'none' }}>
          {writer}
        </div>
      )}
      {conflict.open && (
        <Suspense fallback={null}>
          <ConflictDialog item={conflict.open} onEdit={own.takeUp} onClose={conflict.close} />
        </Suspense>
      )}
    </Talk>
  );
}
