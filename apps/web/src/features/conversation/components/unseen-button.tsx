import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import Button from '@mui/material/Button';
import { texts } from '../conversation.texts';

interface Props {
  /** What came while somebody read further up. */
  count: number;
  onClick: () => void;
}

/** Goes to what is new at the end. */
export function UnseenButton({ count, onClick }: Props) {
  return (
    <Button
      variant="tonal"
      size="small"
      startIcon={<ArrowDownward />}
      onClick={onClick}
      sx={{
        position: 'absolute',
        bottom: 8,
        left: '50%',
        transform: 'translateX(-50%)',
        borderRadius: '16px',
        boxShadow: 'var(--mui-palette-elevation-popover)',
      }}
    >
      {texts.newEntries(count)}
    </Button>
  );
}
