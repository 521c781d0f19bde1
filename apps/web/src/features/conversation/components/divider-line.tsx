import UnfoldMore from '@mui/icons-material/UnfoldMoreOutlined';
import Button from '@mui/material/Button';
import { fixedBox } from '../../../shared/ui/fixed-box';

const Line = fixedBox('div', {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  minHeight: 28,
  pl: 1,
  pr: 1.5,
  typography: 'caption',
  color: 'text.secondary',
  '&::before, &::after': { content: '""', flex: 1, height: '1px', bgcolor: 'divider' },
  '&[data-new]': { color: 'primary.text', fontWeight: 600 },
  '&[data-new]::before, &[data-new]::after': { bgcolor: 'primary.main' },
});

export const DayLine = ({ children }: { children: string }) => <Line>{children}</Line>;

/** Where the unread part begins. */
export const NewLine = ({ children }: { children: string }) => <Line data-new="">{children}</Line>;

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
