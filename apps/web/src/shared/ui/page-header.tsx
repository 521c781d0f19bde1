import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title';

interface Props {
  title: string;
  /** A number or word after the title, such as a count. */
  aside?: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  /** 32 px instead of 24, for the home page. */
  large?: boolean;
}

/** The head of a page: its `h1`, one sentence, and what can be done. */
export function PageHeader({ title, aside, text, actions, large }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: 2,
        mb: 2.5,
        pt: large ? { xs: 0, md: 3 } : 0,
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
          <PageTitle variant={large ? 'h1' : 'h2'}>{title}</PageTitle>
          {aside !== undefined && (
            <Box
              component="span"
              sx={{ typography: 'body1', color: 'text.tertiary', fontVariantNumeric: 'tabular-nums' }}
            >
              {aside}
            </Box>
          )}
        </Box>
        {text && <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>{text}</Typography>}
      </Box>
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
    </Box>
  );
}
