import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { keyframes } from '@mui/material/styles';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { texts } from './kit.texts';

export interface Toast {
  message: string;
  tone?: 'success' | 'error';
  undo?: () => void;
  /** How long it stays. */
  seconds?: number;
}

type Show = (toast: Toast | string) => void;
const ToastContext = createContext<Show>(() => undefined);

/** Says what was done: `toast('Ana approved')`, or with an undo. One at a time; the newest wins. */
export const useToast = (): Show => useContext(ToastContext);

const rise = keyframes`from { opacity: 0; transform: translate(-50%, 4px) } to { opacity: 1; transform: translate(-50%, 0) }`;

function ToastBar({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const [left, setLeft] = useState(toast.seconds ?? (toast.undo ? 8 : 5));
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    if (left <= 0) return onClose();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, held, onClose]);
  const undo = () => {
    toast.undo?.();
    onClose();
  };
  const failed = toast.tone === 'error';
  return (
    <Box
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      sx={{
        position: 'fixed',
        zIndex: 'snackbar',
        bottom: { xs: 'calc(80px + env(safe-area-inset-bottom))', md: 32 },
        left: '50%',
        transform: 'translate(-50%, 0)',
        animation: `${rise} 160ms cubic-bezier(.2,0,0,1)`,
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 48,
        maxWidth: 'calc(100vw - 32px)',
        width: 'max-content',
        px: 2,
        py: 0.75,
        borderRadius: '12px',
        bgcolor: 'toast.ground',
        color: 'toast.text',
        boxShadow: 'var(--mui-palette-elevation-dialog)',
        typography: 'body2',
      }}
    >
      {failed ? <ErrorOutline sx={{ color: '#ff8a85' }} /> : <CheckCircle sx={{ color: 'toast.success' }} />}
      {toast.message}
      {toast.undo && (
        <>
          <Button
            variant="text"
            onClick={undo}
            sx={{ color: 'toast.action', '&:hover': { bgcolor: 'rgba(255,255,255,.08)' } }}
          >
            {texts.undo}
          </Button>
          <Box
            component="span"
            aria-hidden="true"
            sx={{ typography: 'caption', opacity: 0.75, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {left}s
          </Box>
        </>
      )}
    </Box>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ toast: Toast; key: number } | null>(null);
  const show = useCallback<Show>((toast) => {
    setShown((before) => ({
      toast: typeof toast === 'string' ? { message: toast } : toast,
      key: (before?.key ?? 0) + 1,
    }));
  }, []);
  const close = useCallback(() => setShown(null), []);
  return (
    <ToastContext value={show}>
      {children}
      {/* Always there, so that screen readers watch it before anything is said. */}
      <div role="status" aria-live="polite">
        {shown && <ToastBar key={shown.key} toast={shown.toast} onClose={close} />}
      </div>
    </ToastContext>
  );
}
