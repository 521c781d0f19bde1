import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

const appear = keyframes`from { opacity: 0; transform: scale(.98) } to { opacity: 1; transform: none }`;

interface Props {
  label: string;
  width: number;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Over the page, in the browser's own top layer: it holds the focus, gives it back, and closes on Escape. There at
 * once, because nothing has to be loaded or measured for it.
 */
export function Overlay({ label, width, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed, not only removed: then the focus goes back to where it was.
    return () => shown?.close();
  }, []);
  const onBackdrop = (event: MouseEvent) => event.target === dialog.current && onClose();
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-label={label}
      onClose={() => !dialog.current?.open && onClose()}
      onMouseDown={onBackdrop}
      sx={{
        boxSizing: 'border-box',
        width: `min(${width}px, 100vw - 24px)`,
        maxWidth: 'none',
        maxHeight: { xs: 'calc(100dvh - 32px)', sm: 'calc(100dvh - 208px)' },
        mt: { xs: '16px', sm: '104px' },
        p: 0,
        border: 0,
        borderRadius: '16px',
        overflow: 'hidden',
        bgcolor: 'background.paper',
        color: 'text.primary',
        boxShadow: 'var(--mui-palette-elevation-dialog)',
        '&[open]': {
          display: 'flex',
          flexDirection: 'column',
          animation: `${appear} 120ms cubic-bezier(.2,0,0,1)`,
        },
        '&::backdrop': { bgcolor: 'rgba(17, 19, 40, .42)' },
      }}
    >
      {children}
    </Box>
  );
}
