import Bolt from '@mui/icons-material/BoltOutlined';
import IconButton from '@mui/material/IconButton';
import { Suspense, useState } from 'react';
import type { CannedReplies, Filled } from '../canned-replies';
import { texts } from '../conversation.texts';

interface Props {
  canned: CannedReplies;
  onUse: (filled: Filled) => void;
}

/** Opens the canned replies, as `/` in the text does. */
export function CannedButton({ canned, onUse }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        size="small"
        aria-label={texts.cannedReplies}
        title={texts.cannedTitle}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        data-canned-replies=""
      >
        <Bolt sx={{ fontSize: 18 }} />
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>{canned.picker({ anchor, onUse, onClose: () => setAnchor(null) })}</Suspense>
      )}
    </>
  );
}
