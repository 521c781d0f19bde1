import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from '../../../shared/ui/page-title';
import { BrandPanel } from './brand-panel';

interface Props {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** Every page outside the desk: the brand at the side, one column of 376 px. */
export function AuthLayout({ title, text, children }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row' },
        minHeight: '100dvh',
        bgcolor: 'background.paper',
      }}
    >
      <BrandPanel />
      <Box
        component="main"
        sx={{
          flex: 1,
          display: 'flex',
          justifyContent: 'center',
          alignItems: { md: 'center' },
          px: 3,
          pt: { xs: 4, md: 6 },
          pb: 6,
        }}
      >
        <Box sx={{ width: 1, maxWidth: { xs: 480, md: 376 } }}>
          <PageTitle>{title}</PageTitle>
          {text && <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>{text}</Typography>}
          <Box sx={{ mt: 4 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  );
}
