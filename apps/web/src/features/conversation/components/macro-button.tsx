import Bolt from '@mui/icons-material/BoltOutlined';
import IconButton from '@mui/material/IconButton';
import { Suspense, useRef } from 'react';
import { texts } from '../conversation.texts';
import type { FilledMacro, MacroTools } from '../macro-tools';

interface Props {
  macros: MacroTools;
  open: boolean;
  onOpen: (open: boolean) => void;
  onUse: (filled: FilledMacro) => void;
}

/** Opens the macros, as `/` in the text does. */
export function MacroButton({ macros, open, onOpen, onUse }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        aria-label={texts.macros}
        title={texts.macrosTitle}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpen(true)}
      >
        <Bolt sx={{ fontSize: 18 }} />
      </IconButton>
      {open && button.current && (
        <Suspense fallback={null}>
          {macros.picker({ anchor: button.current, onUse, onClose: () => onOpen(false) })}
        </Suspense>
      )}
    </>
  );
}
