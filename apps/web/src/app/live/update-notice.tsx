import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { texts } from '../shell/shell.texts';
import { keepAppOnDevice, type Update } from './app-updates';

/** Says when a newer version waits. It stays until it is answered: what is being written comes first. */
export function UpdateNotice() {
  const [update, setUpdate] = useState<Update | null>(null);
  useEffect(() => keepAppOnDevice((found) => setUpdate(() => found)), []);
  return (
    <div role="status">
      {update && (
        <Box
          sx={{
            position: 'fixed',
            zIndex: 'snackbar',
            bottom: { xs: 'calc(80px + env(safe-area-inset-bottom))', md: 32 },
            right: { xs: 16, md: 32 },
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            minHeight: 48,
            maxWidth: 'calc(100vw - 32px)',
            pl: 2,
            pr: 1,
            borderRadius: '12px',
            bgcolor: 'toast.ground',
            color: 'toast.text',
            boxShadow: 'var(--mui-palette-elevation-dialog)',
          }}
        >
          {texts.newVersion}
          <Button variant="text" onClick={update} sx={{ color: 'toast.action' }}>
            {texts.reload}
          </Button>
          <Button variant="text" onClick={() => setUpdate(null)} sx={{ color: 'toast.text' }}>
            {texts.later}
          </Button>
        </Box>
      )}
    </div>
  );
}
