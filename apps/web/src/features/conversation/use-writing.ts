import { LIMITS } from '@baton/contracts/http/limits';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { newId } from '../../shared/api/new-id';
import { useKeptUploads } from '../../shared/files/use-kept-uploads';
import type { RichTextEditorHandle } from '../../shared/ui/rich-text-editor';
import { type Outgoing, putOut } from './outbox';
import type { TalkedAbout } from './talked-about';
import { type Kind, prependDraft, useDraft } from './use-draft';

export interface ComposerHandle {
  focus: (kind: Kind) => void;
  /** Takes over a message that was taken back, with its files. */
  restore: (item: Outgoing) => void;
}

/** What a composer needs to know of its ticket. */
export type Addressed = Pick<TalkedAbout, 'id' | 'number' | 'status' | 'can' | 'requester'>;

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

/** Which kind is being written, its draft and files, and the editor that holds them. */
export function useWriting({ ticket, autoFocus = false, ref }: WritingOptions) {
  const me = useUser();
  const [chosen, setKind] = useState<Kind>('reply');
  const kind: Kind = ticket.can.reply ? chosen : 'note';
  const draft = useDraft(ticket.id, kind);
  const { uploads, all } = useFilesOf(ticket.id, kind);
  const editor = useRef<RichTextEditorHandle>(null);
  // A new number makes a new editor, which starts with the draft of that moment.
  const [edition, setEdition] = useState({ number: 0, focus: autoFocus });

  const choose = (next: Kind) => {
    setKind(next);
    setEdition(({ number }) => ({ number: number + 1, focus: true }));
  };
  const focus = (wanted: Kind) => (wanted === kind || !ticket.can[wanted] ? editor.current?.focus() : choose(wanted));
  const restore = (item: Outgoing) => {
    const target = item.internal ? 'note' : 'reply';
    if (target === kind) draft.keep(item.body + draft.latest.current);
    else prependDraft(me.id, ticket.id, target, item.body);
    all[target].restore(item.attachments);
    choose(target);
  };
  useImperativeHandle(ref, () => ({ focus, restore }));
  return { kind, draft, uploads, editor, edition, choose };
}

/**
 * Puts what is written into the outbox, from where it is delivered, and starts afresh.
 * @param lastSeq the last number its writer has seen
 */
export function useSend(
  { kind, draft, uploads, editor }: ReturnType<typeof useWriting>,
  ticket: Addressed,
  lastSeq: number,
) {
  const me = useUser();
  const isNote = kind === 'note';
  const isEmpty = draft.html === '' && uploads.attachmentIds.length === 0;
  const blocked = isEmpty || draft.html.length > LIMITS.richTextMax || uploads.isBusy;
  const send = (thenStatus?: TicketStatus) => {
    if (blocked) return;
    putOut(me.id, {
      clientId: newId(),
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      internal: isNote,
      body: draft.latest.current,
      attachments: uploads.uploads.flatMap(({ attachment }) => attachment ?? []),
      lastSeenSeq: isNote ? undefined : lastSeq,
      thenStatus,
      writtenAt: new Date().toISOString(),
      state: 'waiting',
    });
    draft.keep('');
    uploads.clear();
    editor.current?.clear();
  };
  return { send, blocked };
}
