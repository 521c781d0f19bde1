import { LIMITS } from '@baton/contracts/http/limits';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { newId } from '../../shared/api/new-id';
import { useKeptUploads } from '../../shared/files/use-kept-uploads';
import type { RichTextEditorHandle } from '../../shared/ui/rich-text-editor';
import { draftOf } from './drafts';
import { held } from './hold';
import type { FilledMacro } from './macro-tools';
import { type Outgoing, putOut } from './outbox';
import type { TalkedAbout } from './talked-about';
import { type Kind, useDraft, useServerDrafts } from './use-draft';

export interface ComposerHandle {
  focus: (kind: Kind) => void;
  /** Takes over a message that was taken back, with its files and what it was to change. */
  restore: (item: Outgoing) => void;
  openMacros: () => void;
}

/** What a composer needs to know of its ticket. */
export type Addressed = Pick<TalkedAbout, 'id' | 'number' | 'status' | 'can' | 'requester' | 'mergedInto'>;

interface WritingOptions {
  ticket: Addressed;
  autoFocus?: boolean;
  ref?: Ref<ComposerHandle>;
}

/** One per kind, so that a file meant for colleagues never goes out with a reply. */
function useFilesOf(ticketId: string, kind: Kind) {
  const files = { reply: useKeptUploads(`${ticketId}:reply`), note: useKeptUploads(`${ticketId}:note`) };
  return { uploads: files[kind], all: files };
}

/** Which kind is being written, its draft, files and changes, and the editor that holds them. */
export function useWriting({ ticket, autoFocus = false, ref }: WritingOptions) {
  const me = useUser();
  const [chosen, setKind] = useState<Kind>('reply');
  const kind: Kind = ticket.can.reply ? chosen : 'note';
  useServerDrafts(ticket.id);
  const { draft, html, keeping, edition: outside } = useDraft(ticket.id, kind);
  const { uploads, all } = useFilesOf(ticket.id, kind);
  const editor = useRef<RichTextEditorHandle>(null);
  /** What a macro will change on the ticket once it is sent. */
  const [changes, setChanges] = useState<TicketChangesDto | undefined>();
  // A new number makes a new editor, which starts with the draft of that moment.
  const [edition, setEdition] = useState({ number: 0, focus: autoFocus });

  // Written elsewhere: another tab, another device, or what was taken back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what others wrote has to be put in
  useEffect(() => {
    if (outside > 0) editor.current?.setHtml(html);
  }, [outside]);

  const choose = (next: Kind) => {
    setKind(next);
    setEdition(({ number }) => ({ number: number + 1, focus: true }));
  };
  const focus = (wanted: Kind) => {
    const next = ticket.can[wanted] ? wanted : kind;
    // An editor that is still on its way takes the focus when it comes.
    if (next === kind && editor.current) editor.current.focus();
    else choose(next);
  };
  const restore = (item: Outgoing) => {
    const target = item.internal ? 'note' : 'reply';
    draftOf(me.id, ticket.id, target).prepend(item.body);
    all[target].restore(item.attachments);
    setChanges(item.changes);
    choose(target);
  };
  const [macrosOpen, setMacrosOpen] = useState(false);
  const openMacros = () => setMacrosOpen(true);
  /** At the cursor; what is meant for colleagues goes where they read it. */
  const insert = ({ body, internal, changes: more }: FilledMacro) => {
    const { status, ...others } = more;
    // A move that is not legal from here would keep the whole message back.
    const legal = status && ticket.can.moves.includes(status) ? more : others;
    setChanges((before) => (Object.keys(legal).length > 0 ? { ...before, ...legal } : before));
    if (!internal || kind === 'note') return editor.current?.insertHtml(body);
    draftOf(me.id, ticket.id, 'note').prepend(body);
    choose('note');
  };
  useImperativeHandle(ref, () => ({ focus, restore, openMacros }));
  const editorKey = `${kind} ${edition.number}`;
  return {
    kind,
    draft,
    html,
    keeping,
    uploads,
    editor,
    editorKey,
    startFocused: edition.focus,
    choose,
    changes,
    setChanges,
    insert,
    macrosOpen,
    setMacrosOpen,
  };
}

/**
 * Puts what is written into the outbox, from where it is delivered, and starts afresh. A coordinator's reply stays on
 * hold there for some seconds.
 * @param lastSeq the last number its writer has seen
 */
export function useSend(
  { kind, draft, html, uploads, editor, changes, setChanges }: ReturnType<typeof useWriting>,
  ticket: Addressed,
  lastSeq: number,
) {
  const me = useUser();
  const isNote = kind === 'note';
  const isHeld = !isNote && ticket.can.note;
  const isEmpty = html === '' && uploads.attachmentIds.length === 0;
  const blocked = isEmpty || html.length > LIMITS.richTextMax || uploads.isBusy;
  const send = (more?: TicketChangesDto): Outgoing | null => {
    if (blocked) return null;
    const all = { ...changes, ...more };
    const item: Outgoing = {
      clientId: newId(),
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      internal: isNote,
      body: draft.get().html,
      attachments: uploads.uploads.flatMap(({ attachment }) => attachment ?? []),
      lastSeenSeq: isNote ? undefined : lastSeq,
      changes: Object.keys(all).length > 0 ? all : undefined,
      draftRevision: draft.use(isHeld),
      writtenAt: new Date().toISOString(),
      state: 'waiting',
      ...(isHeld && held()),
    };
    putOut(me.id, item);
    setChanges(undefined);
    uploads.clear();
    editor.current?.clear();
    return item;
  };
  return { send, blocked };
}
