import type { ReactNode } from 'react';
import { colorOf } from './color-of';
import { fixedBox } from './fixed-box';

const TONES = {
  neutral: { color: 'text.secondary', ground: 'surface.neutral' },
  primary: { color: 'primary.text', ground: 'primary.soft' },
  success: { color: 'success.text', ground: 'success.soft' },
  warning: { color: 'warning.text', ground: 'warning.soft' },
  error: { color: 'error.text', ground: 'error.soft' },
  info: { color: 'info.text', ground: 'info.soft' },
  note: { color: 'note.text', ground: 'note.chip' },
} as const;

const Chip = fixedBox('span', {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  flex: 'none',
  maxWidth: 1,
  height: 24,
  px: 0.75,
  borderRadius: '6px',
  typography: 'caption',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
  '& > svg': { fontSize: 16, color: 'inherit' },
  '&[data-small]': { height: 20, borderRadius: '5px' },
  '&[data-small] > svg': { fontSize: 14 },
});
const Label = fixedBox('span', { overflow: 'hidden', textOverflow: 'ellipsis' });

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
  const look = { color: colorOf(color ?? TONES[tone].color), backgroundColor: colorOf(ground ?? TONES[tone].ground) };
  return (
    <Chip data-small={small ? '' : undefined} style={look}>
      {icon}
      <Label>{label}</Label>
    </Chip>
  );
}
