import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from '../../../shared/ui/page-title';
import { BrandPanel } from './brand-panel';

interface Props {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

const iconTile = {
  display: 'grid',
  placeItems: 'center',
  width: 56,
  height: 56,
  mb: 2,
  borderRadius: '14px',
  bgcolor: 'primary.soft',
  color: 'primary.text',
  '& > svg': { fontSize: 28 },
};

/** Every page outside the desk: the brand at the side, one column of 376 px. */
export function AuthLayout({ icon, title, text, children }: Props) {
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
          {icon && <Box sx={iconTile}>{icon}</Box>}
          <PageTitle>{title}</PageTitle>
          {text && <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>{text}</Typography>}
          <Box sx={{ mt: icon ? 3 : 4 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  );
}
