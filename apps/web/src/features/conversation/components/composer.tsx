import { LIMITS } from '@baton/contracts/http/limits';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import AttachFile from '@mui/icons-material/AttachFileOutlined';
import CloudDone from '@mui/icons-material/CloudDoneOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { newId } from '../../../shared/api/new-id';
import { FileList } from '../../../shared/files/file-picker';
import { ACCEPTED_TYPES } from '../../../shared/files/file-rules';
import { useKeptUploads } from '../../../shared/files/use-kept-uploads';
import { useOnline } from '../../../shared/realtime/use-online';
import { RichTextEditor, type RichTextEditorHandle } from '../../../shared/ui/rich-text-editor';
import { texts } from '../conversation.texts';
import { type Outgoing, putOut } from '../outbox';
import { type Kind, prependDraft, useDraft } from '../use-draft';
import { ComposerTabs } from './composer-tabs';
import { SendButton } from './send-button';

export interface ComposerHandle {
  focus: (kind: Kind) => void;
  /** Takes over a message that was taken back, with its files. */
  restore: (item: Outgoing) => void;
}

interface Props {
  ticket: Pick<TicketResponse, 'id' | 'number' | 'status' | 'can' | 'requester'>;
  /** The last number seen when a message is sent. */
  lastSeq: number;
  onTyping: (internal: boolean) => void;
  autoFocus?: boolean;
  ref?: Ref<ComposerHandle>;
}

const frame = {
  flex: 'none',
  m: { xs: 0, md: 2 },
  mt: { xs: 0, md: 0 },
  borderRadius: { xs: 0, md: '12px' },
  bgcolor: 'background.paper',
  boxShadow: 'var(--mui-palette-elevation-composer)',
};

const noteLook = {
  bgcolor: 'note.soft',
  boxShadow: 'inset 3px 0 var(--mui-palette-note-edge), var(--mui-palette-elevation-composer)',
  '& .MuiIconButton-root': { color: 'note.text' },
};

const hasEnded = (status: TicketStatus) => status === 'closed' || status === 'withdrawn';

/** One per kind, so that a file meant for colleagues never goes out with a reply. */
function useFilesOf(ticketId: string, kind: Kind) {
  const files = { reply: useKeptUploads(`${ticketId}:reply`), note: useKeptUploads(`${ticketId}:note`) };
  return { uploads: files[kind], all: files };
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton size="small" aria-label={texts.attach} title={texts.attach} onClick={() => input.current?.click()}>
        <AttachFile sx={{ fontSize: 18 }} />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_TYPES.join(',')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function placeholderOf(kind: Kind, online: boolean): string {
  if (kind === 'note') return texts.notePlaceholder;
  return online ? texts.replyPlaceholder : texts.offlinePlaceholder;
}

function lineOf({ can, requester }: Props['ticket'], isNote: boolean, ended: boolean): string | null {
  if (isNote) return texts.onlyDesk;
  if (ended) return texts.opensFollowUp;
  // Only a desk has several people to write to.
  return can.note ? texts.to(requester.name) : null;
}

interface HeadProps {
  kind: Kind;
  can: Props['ticket']['can'];
  hasDraft: boolean;
  /** Who will read it, or what it leads to. */
  line: string | null;
  onChoose: (kind: Kind) => void;
}

function ComposerHead({ kind, can, hasDraft, line, onChoose }: HeadProps) {
  const color = kind === 'note' ? 'note.text' : 'text.secondary';
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, pt: 1 }}>
        <ComposerTabs kind={kind} can={can} onChoose={onChoose} />
        {hasDraft && (
          <Box
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75, ml: 'auto', pr: 1, typography: 'caption', color }}
          >
            <CloudDone sx={{ fontSize: 16 }} />
            {texts.draftSaved}
          </Box>
        )}
      </Box>
      {line && <Box sx={{ px: 1.75, pt: 0.75, typography: 'caption', color }}>{line}</Box>}
    </>
  );
}

/** Which kind is being written, its draft and files, and the editor that holds them. */
function useWriting({ ticket, autoFocus = false, ref }: Pick<Props, 'ticket' | 'autoFocus' | 'ref'>) {
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

/** Puts what is written into the outbox, from where it is delivered, and starts afresh. */
function useSend({ kind, draft, uploads, editor }: ReturnType<typeof useWriting>, { ticket, lastSeq }: Props) {
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

/** Where one answers, or leaves a note for colleagues. A note changes tint, edge, tab and button, all at once. */
export function Composer(props: Props) {
  const { ticket, onTyping } = props;
  const online = useOnline();
  const writing = useWriting(props);
  const { kind, draft, uploads, editor, edition, choose } = writing;
  const { send, blocked } = useSend(writing, props);
  const isNote = kind === 'note';
  const ended = hasEnded(ticket.status);
  const changed = (html: string) => {
    draft.keep(html);
    if (html !== '') onTyping(isNote);
  };
  return (
    <Box sx={[frame, isNote ? noteLook : {}]}>
      <ComposerHead
        kind={kind}
        can={ticket.can}
        hasDraft={draft.html !== ''}
        line={lineOf(ticket, isNote, ended)}
        onChoose={choose}
      />
      <RichTextEditor
        key={`${kind} ${edition.number}`}
        ref={editor}
        frame="bare"
        minHeight={60}
        maxHeight={260}
        initialHtml={draft.html}
        autoFocus={edition.focus}
        aria-label={isNote ? texts.noteTab : texts.reply}
        placeholder={placeholderOf(kind, online)}
        onChange={changed}
        onSubmit={() => send()}
        onFiles={uploads.add}
        toolbarMiddle={<AttachButton onFiles={uploads.add} />}
        toolbarEnd={
          <SendButton
            ticket={ticket}
            kind={kind}
            ended={ended}
            online={online}
            disabled={blocked}
            title={uploads.isBusy ? texts.uploading : undefined}
            onSend={send}
          />
        }
      />
      {uploads.uploads.length > 0 && (
        <Box sx={{ px: 2, maxHeight: 180, overflowY: 'auto' }}>
          <FileList uploads={uploads} />
        </Box>
      )}
    </Box>
  );
}
