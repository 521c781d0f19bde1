import Box from '@mui/material/Box';
import type { Ref } from 'react';
import { FileList } from '../../../shared/files/file-picker';
import { useOnline } from '../../../shared/realtime/use-online';
import { RichTextEditor } from '../../../shared/ui/rich-text-editor';
import { texts } from '../conversation.texts';
import type { MacroTools } from '../macro-tools';
import type { Kind } from '../use-draft';
import { useSuggestions } from '../use-suggestions';
import { useThenNext } from '../use-then-next';
import { type Addressed, type ComposerHandle, useSend, useWriting } from '../use-writing';
import { AttachButton } from './attach-button';
import { ChangesLine } from './changes-line';
import { ComposerHead } from './composer-head';
import { MacroButton } from './macro-button';
import { SendButton } from './send-button';

interface Props {
  ticket: Addressed;
  /** The last number seen when a message is sent. */
  lastSeq: number;
  onTyping: (internal: boolean) => void;
  autoFocus?: boolean;
  macros?: MacroTools;
  /** Goes on to the next ticket of the list one came from. */
  onNext?: () => void;
  /** Goes to a ticket by its number. */
  onOpen: (number: string) => void;
  /** Up, while nothing is written. */
  onEditLast?: () => void;
  /** Ctrl-Z, while nothing is written. @returns whether there was something to take back */
  onUndoSend?: () => boolean;
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
  '& .MuiIconButton-root, & [data-mention]': { color: 'note.text' },
};

const hasEnded = ({ status, mergedInto }: Addressed) => !mergedInto && (status === 'closed' || status === 'withdrawn');

function placeholderOf(kind: Kind, online: boolean): string {
  if (kind === 'note') return texts.notePlaceholder;
  return online ? texts.replyPlaceholder : texts.offlinePlaceholder;
}

function lineOf({ can, requester, mergedInto }: Addressed, isNote: boolean, ended: boolean): string | null {
  if (isNote) return texts.onlyDesk;
  if (mergedInto) return texts.goesTo(mergedInto.number);
  if (ended) return texts.opensFollowUp;
  // Only a desk has several people to write to.
  return can.note ? texts.to(requester.name) : null;
}

/** Where one answers, or leaves a note for colleagues. A note changes tint, edge, tab and button, all at once. */
export function Composer(props: Props) {
  const { ticket, lastSeq, onTyping, macros, onNext, onOpen, onEditLast, onUndoSend } = props;
  const online = useOnline();
  const writing = useWriting(props);
  const { kind, draft, html, keeping, uploads, editor, editorKey, startFocused, choose, changes, setChanges, insert } =
    writing;
  const { send, blocked } = useSend(writing, ticket, lastSeq);
  const thenNext = useThenNext(onNext, onOpen);
  const isNote = kind === 'note';
  const ended = hasEnded(ticket);
  const changed = (next: string) => {
    if (next === draft.get().html) return;
    draft.write(next);
    if (next !== '') onTyping(isNote);
  };
  const pressedWhenEmpty = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'ArrowUp' && onEditLast) onEditLast();
    else return key === 'z' && (ctrlKey || metaKey) && Boolean(onUndoSend?.());
    return true;
  };
  return (
    <Box sx={[frame, isNote ? noteLook : {}]}>
      <ComposerHead
        kind={kind}
        can={ticket.can}
        keeping={keeping}
        line={lineOf(ticket, isNote, ended)}
        onChoose={choose}
      />
      <RichTextEditor
        key={editorKey}
        ref={editor}
        frame="bare"
        minHeight={60}
        maxHeight={260}
        initialHtml={html}
        autoFocus={startFocused}
        aria-label={isNote ? texts.noteTab : texts.reply}
        placeholder={placeholderOf(kind, online)}
        onChange={changed}
        onSubmit={() => send()}
        onKeyWhenEmpty={pressedWhenEmpty}
        onFiles={uploads.add}
        suggestions={useSuggestions(macros, insert)}
        toolbarMiddle={
          <>
            <AttachButton onFiles={uploads.add} />
            {macros && (
              <MacroButton macros={macros} open={writing.macrosOpen} onOpen={writing.setMacrosOpen} onUse={insert} />
            )}
          </>
        }
        toolbarEnd={
          <SendButton
            ticket={ticket}
            kind={kind}
            ended={ended}
            online={online}
            disabled={blocked}
            title={uploads.isBusy ? texts.uploading : undefined}
            onSend={send}
            onNext={isNote ? undefined : thenNext}
          />
        }
      />
      {changes && <ChangesLine changes={changes} onDrop={() => setChanges(undefined)} />}
      {uploads.uploads.length > 0 && (
        <Box sx={{ px: 2, maxHeight: 180, overflowY: 'auto' }}>
          <FileList uploads={uploads} />
        </Box>
      )}
    </Box>
  );
}
