import CloudDone from '@mui/icons-material/CloudDoneOutlined';
import Box from '@mui/material/Box';
import { texts } from '../conversation.texts';
import type { TalkedAbout } from '../talked-about';
import type { Kind } from '../use-draft';
import { ComposerTabs } from './composer-tabs';

interface Props {
  kind: Kind;
  can: TalkedAbout['can'];
  hasDraft: boolean;
  /** Who will read it, or what it leads to. */
  line: string | null;
  onChoose: (kind: Kind) => void;
}

/** What is being written, for whom, and that it is kept. */
export function ComposerHead({ kind, can, hasDraft, line, onChoose }: Props) {
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
