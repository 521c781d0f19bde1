import CloudOff from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { StateMessage } from '../../shared/ui/state-message';
import { texts } from './shell.texts';

/** Most sessions are restored long before. */
const PATIENCE_MS = 2500;

/** While the session is being restored: nothing at first, then why it takes so long. */
export function Unreachable() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid' }}>
      <StateMessage
        page
        role="status"
        tone="warning"
        icon={<CloudOff />}
        title={texts.unreachableTitle}
        text={texts.unreachableText}
      />
    </Box>
  );
}
