import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title';

interface Props {
  icon: ReactNode;
  tone?: 'success' | 'error' | 'neutral' | 'primary' | 'warning';
  title: string;
  text?: ReactNode;
  /** One next step. */
  action?: ReactNode;
  footer?: ReactNode;
  /** It is all of the page: the title is the page's `h1`. */
  page?: boolean;
  /** Announced when it replaces what was there. */
  role?: 'alert' | 'status';
}

const GROUNDS = {
  success: { bgcolor: 'success.soft', color: 'success.text' },
  error: { bgcolor: 'error.soft', color: 'error.text' },
  warning: { bgcolor: 'warning.soft', color: 'warning.text' },
  primary: { bgcolor: 'primary.soft', color: 'primary.text' },
  neutral: { bgcolor: 'surface.neutral', color: 'text.secondary' },
};

/** What a panel shows instead of its content: what happened, and one next step. The frame stays in place. */
export function StateMessage({ icon, tone = 'neutral', title, text, action, footer, role, page }: Props) {
  return (
    <Box
      role={role}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        textAlign: 'center',
        minHeight: 320,
        height: 1,
        p: 3,
      }}
    >
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 56,
          height: 56,
          mb: 2,
          borderRadius: '14px',
          '& > svg': { fontSize: 28 },
          ...GROUNDS[tone],
        }}
      >
        {icon}
      </Box>
      {page ? (
        <PageTitle variant="h4">{title}</PageTitle>
      ) : (
        <Typography variant="h4" component="h2">
          {title}
        </Typography>
      )}
      {text && <Typography sx={{ mt: 0.5, maxWidth: 360, color: 'text.secondary' }}>{text}</Typography>}
      {action && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mt: 2 }}>{action}</Box>
      )}
      {footer && <Box sx={{ mt: 4 }}>{footer}</Box>}
    </Box>
  );
}
