import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

const TONES = {
  neutral: { color: 'text.secondary', ground: 'surface.neutral' },
  primary: { color: 'primary.text', ground: 'primary.soft' },
  success: { color: 'success.text', ground: 'success.soft' },
  warning: { color: 'warning.text', ground: 'warning.soft' },
  error: { color: 'error.text', ground: 'error.soft' },
  info: { color: 'info.text', ground: 'info.soft' },
  note: { color: 'note.text', ground: 'note.chip' },
} as const;

interface Props {
  label: ReactNode;
  icon?: ReactNode;
  tone?: keyof typeof TONES;
  /** Palette paths, when no tone fits. */
  color?: string;
  ground?: string;
  /** 20 instead of 24 px, for lists. */
  small?: boolean;
}

/** A quiet label. A fill is for what needs action; a plain word needs no chip. */
export function SoftChip({ label, icon, tone = 'neutral', color, ground, small = false }: Props) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        flex: 'none',
        maxWidth: 1,
        height: small ? 20 : 24,
        px: 0.75,
        borderRadius: small ? '5px' : '6px',
        typography: 'caption',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
        color: color ?? TONES[tone].color,
        bgcolor: ground ?? TONES[tone].ground,
        '& > svg': { fontSize: small ? 14 : 16, color: 'inherit' },
      }}
    >
      {icon}
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
    </Box>
  );
}
