import UnfoldMore from '@mui/icons-material/UnfoldMoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';

const rule = (color: string) => ({ content: '""', flex: 1, height: '1px', bgcolor: color });

function Line({ children, color = 'divider' }: { children: ReactNode; color?: string }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 28,
        pl: 1,
        pr: 1.5,
        typography: 'caption',
        color: 'text.secondary',
        '&::before, &::after': rule(color),
      }}
    >
      {children}
    </Box>
  );
}

export const DayLine = ({ children }: { children: string }) => <Line>{children}</Line>;

/** Where the unread part begins. */
export const NewLine = ({ children }: { children: string }) => (
  <Line color="primary.main">
    <Box component="span" sx={{ color: 'primary.text', fontWeight: 600 }}>
      {children}
    </Box>
  </Line>
);

/** Entries behind one line, until somebody wants them. */
export function FoldLine({ children, busy, onOpen }: { children: string; busy: boolean; onOpen: () => void }) {
  return (
    <Line>
      <Button
        variant="text"
        size="small"
        startIcon={<UnfoldMore sx={{ fontSize: 16 }} />}
        disabled={busy}
        onClick={onOpen}
        sx={{ typography: 'caption', fontWeight: 500, minHeight: 28, py: 0.25, px: 0.75 }}
      >
        {children}
      </Button>
    </Line>
  );
}
