import CloudDone from '@mui/icons-material/CloudDoneOutlined';
import CloudOff from '@mui/icons-material/CloudOffOutlined';
import CloudUpload from '@mui/icons-material/CloudUploadOutlined';
import Box from '@mui/material/Box';
import { texts } from '../conversation.texts';
import type { Keeping } from '../draft';
import type { TalkedAbout } from '../talked-about';
import type { Kind } from '../use-draft';
import { ComposerTabs } from './composer-tabs';

interface Props {
  kind: Kind;
  can: TalkedAbout['can'];
  keeping: Keeping;
  /** Who will read it, or what it leads to. */
  line: string | null;
  onChoose: (kind: Kind) => void;
}

const LOOKS = {
  saving: { Icon: CloudUpload, label: texts.draft.saving },
  saved: { Icon: CloudDone, label: texts.draft.saved },
  here: { Icon: CloudOff, label: texts.draft.here },
};

function DraftState({ keeping, color }: { keeping: keyof typeof LOOKS; color: string }) {
  const { Icon, label } = LOOKS[keeping];
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        ml: 'auto',
        pr: 1,
        minWidth: 0,
        typography: 'caption',
        color,
      }}
    >
      <Icon sx={{ fontSize: 16 }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {label}
      </Box>
    </Box>
  );
}

/** What is being written, for whom, and where it is kept. */
export function ComposerHead({ kind, can, keeping, line, onChoose }: Props) {
  const color = kind === 'note' ? 'note.text' : 'text.secondary';
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, pt: 1 }}>
        <ComposerTabs kind={kind} can={can} onChoose={onChoose} />
        {keeping !== 'nothing' && <DraftState keeping={keeping} color={color} />}
      </Box>
      {line && <Box sx={{ px: 1.75, pt: 0.75, typography: 'caption', color }}>{line}</Box>}
    </>
  );
}
