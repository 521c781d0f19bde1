import type { ChangeEvent } from 'react';
import { fixedBox } from './fixed-box';

const Input = fixedBox('input', {
  appearance: 'none',
  position: 'relative',
  flex: 'none',
  display: 'block',
  width: 36,
  height: 20,
  m: 0,
  borderRadius: '10px',
  bgcolor: 'outline.control',
  cursor: 'pointer',
  transition: 'background-color 120ms',
  '&::before': {
    content: '""',
    position: 'absolute',
    top: 2,
    left: 2,
    width: 16,
    height: 16,
    borderRadius: '50%',
    bgcolor: '#fff',
    transition: 'transform 120ms',
  },
  // A finger needs more than what is seen.
  '&::after': { content: '""', position: 'absolute', inset: '-12px -4px' },
  '&:checked': { bgcolor: 'primary.button' },
  '&:checked::before': { transform: 'translateX(16px)' },
  '&:focus-visible': { outlineOffset: 2 },
});

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  'aria-label'?: string;
}

/** On or off, at once: what is sent by a button is a checkbox instead. */
export function Toggle({ checked, onChange, ...named }: Props) {
  return (
    <Input
      type="checkbox"
      role="switch"
      {...named}
      checked={checked}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
    />
  );
}
