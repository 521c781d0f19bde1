import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Panel } from './panel';

interface Props {
  title: string;
  text?: ReactNode;
  /** Below the content, such as a button. */
  action?: ReactNode;
  children: ReactNode;
}

/** One group of settings: what it is about at the side, the fields beside it. */
export function SettingsSection({ title, text, action, children }: Props) {
  return (
    <Panel
      component="section"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '220px minmax(0, 520px)' },
        gap: { xs: 2, lg: 4 },
        p: { xs: 2, md: 3 },
        mb: 2,
      }}
    >
      <div>
        <Box component="h2" sx={{ m: 0, typography: 'h5' }}>
          {title}
        </Box>
        {text && <Box sx={{ mt: 0.5, color: 'text.secondary' }}>{text}</Box>}
      </div>
      <Box sx={{ display: 'grid', alignContent: 'start', gap: 2.5, minWidth: 0 }}>
        {children}
        {action && <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>{action}</Box>}
      </Box>
    </Panel>
  );
}
