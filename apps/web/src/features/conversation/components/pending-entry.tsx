import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import QuestionAnswer from '@mui/icons-material/QuestionAnswerOutlined';
import ScheduleSend from '@mui/icons-material/ScheduleSendOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { useNow } from '../../../shared/time/use-now';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../conversation.texts';
import { isHeld, letGo } from '../hold';
import { changeOutgoing, type Outgoing, takeBack } from '../outbox';
import { MessageEntry } from './message-entry';

/** What arrives this fast needs no word of being on its way. */
const PATIENCE_MS = 1200;

function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

function State({ item }: { item: Outgoing }) {
  const late = useLate();
  if (item.state === 'refused') return <SoftChip small tone="error" icon={<ErrorOutline />} label={texts.notSent} />;
  if (item.state === 'moved_on')
    return <SoftChip small tone="warning" icon={<QuestionAnswer />} label={texts.heldBack} />;
  return late ? <SoftChip small icon={<ScheduleSend />} label={texts.waitingToSend} /> : <span />;
}

const quietButton = { minHeight: 24, py: 0, px: 0.75, typography: 'caption', fontWeight: 600 };

/** Not sent yet: the seconds in which it can be taken back. They stand beside the name, so that nothing moves after. */
function Hold({ item, onUndo }: { item: Outgoing; onUndo: () => void }) {
  const me = useUser();
  useNow('second');
  const seconds = Math.max(1, Math.ceil(((item.heldUntil ?? 0) - Date.now()) / 1000));
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5, my: '-2px' }}>
      <SoftChip small icon={<ScheduleSend />} label={<span aria-hidden="true">{texts.sendingIn(seconds)}</span>} />
      <VisuallyHidden>{texts.canBeTakenBack}</VisuallyHidden>
      <Button variant="text" size="small" sx={quietButton} onClick={onUndo}>
        {texts.undoSend}
      </Button>
      <Button variant="text" size="small" color="inherit" sx={quietButton} onClick={() => letGo(me.id, item)}>
        {texts.sendNow}
      </Button>
    </Box>
  );
}

interface Props {
  item: Outgoing;
  requesterId: string;
  /** Puts it back into the composer. */
  onEdit: (item: Outgoing) => void;
  onReadMissed: (item: Outgoing) => void;
}

/** A message on its way, shown where it will stand. */
export function PendingEntry({ item, requesterId, onEdit, onReadMissed }: Props) {
  const me = useUser();
  return (
    <MessageEntry
      author={me}
      requesterId={requesterId}
      at={item.writtenAt}
      html={item.body}
      attachments={item.attachments}
      internal={item.internal}
      pending={isHeld(item) ? <Hold item={item} onUndo={() => onEdit(item)} /> : <State key="state" item={item} />}
    >
      {item.state === 'moved_on' && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => onReadMissed(item)}>
          {texts.readFirst}
        </Button>
      )}
      {item.state === 'refused' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
          <Box role="alert" sx={{ typography: 'caption', color: 'error.text' }}>
            {item.reason}
          </Box>
          <Button size="small" onClick={() => changeOutgoing(me.id, item.clientId, { state: 'waiting' })}>
            {texts.tryAgain}
          </Button>
          {item.changes && (
            <Button
              size="small"
              onClick={() => changeOutgoing(me.id, item.clientId, { state: 'waiting', changes: undefined })}
            >
              {texts.onlySendText}
            </Button>
          )}
          <Button size="small" variant="text" color="inherit" onClick={() => onEdit(item)}>
            {texts.edit}
          </Button>
          <Button size="small" variant="text" color="inherit" onClick={() => takeBack(me.id, item.clientId)}>
            {texts.discard}
          </Button>
        </Box>
      )}
    </MessageEntry>
  );
}
