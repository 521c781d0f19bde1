import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Lock from '@mui/icons-material/LockOutlined';
import Reply from '@mui/icons-material/ReplyOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { texts } from '../conversation.texts';
import type { Kind } from '../use-draft';

interface TabProps {
  kind: Kind;
  active: boolean;
  onChoose: (kind: Kind) => void;
}

const LOOKS = {
  reply: { Icon: Reply, label: texts.reply, color: 'primary.text', ground: 'primary.soft' },
  note: { Icon: Lock, label: texts.noteTab, color: 'note.text', ground: 'note.chip' },
};

function Tab({ kind, active, onChoose }: TabProps) {
  const { Icon, label, color, ground } = LOOKS[kind];
  return (
    <ButtonBase
      aria-pressed={active}
      onClick={() => onChoose(kind)}
      sx={{
        gap: 1,
        height: 32,
        px: 1.5,
        borderRadius: '8px',
        typography: 'subtitle2',
        fontWeight: active ? 600 : 500,
        color: active ? color : 'text.secondary',
        bgcolor: active ? ground : 'transparent',
        '& > svg': { fontSize: 18 },
        '@media (pointer: coarse)': { minHeight: 44 },
      }}
    >
      <Icon />
      {label}
    </ButtonBase>
  );
}

interface Props {
  kind: Kind;
  can: Pick<TicketResponse['can'], 'reply' | 'note'>;
  onChoose: (kind: Kind) => void;
}

/** Reply or internal note; only what the reader may write. */
export function ComposerTabs({ kind, can, onChoose }: Props) {
  return (
    <Box role="group" aria-label={texts.conversation} sx={{ display: 'flex', gap: 0.5 }}>
      {can.reply && <Tab kind="reply" active={kind === 'reply'} onChoose={onChoose} />}
      {can.note && <Tab kind="note" active={kind === 'note'} onChoose={onChoose} />}
    </Box>
  );
}
