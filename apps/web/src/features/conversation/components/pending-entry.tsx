import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import QuestionAnswer from '@mui/icons-material/QuestionAnswerOutlined';
import ScheduleSend from '@mui/icons-material/ScheduleSendOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../conversation.texts';
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
      pending={<State item={item} />}
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
