import type { ChangeEvent } from 'react';
import { fixedBox } from './fixed-box';

const TICK =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23fff' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m3.8 8.4 2.8 2.8 5.6-6'/%3E%3C/svg%3E\")";
const DASH =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' stroke='%23fff' stroke-width='2.2' stroke-linecap='round'%3E%3Cpath d='M4.5 8h7'/%3E%3C/svg%3E\")";

const Input = fixedBox('input', {
  appearance: 'none',
  flex: 'none',
  display: 'block',
  width: 18,
  height: 18,
  m: 0,
  border: '1.5px solid',
  borderColor: 'outline.control',
  borderRadius: '4px',
  bgcolor: 'background.paper',
  cursor: 'pointer',
  '&:checked, &:indeterminate': {
    borderColor: 'primary.button',
    bgcolor: 'primary.button',
    backgroundImage: TICK,
  },
  '&:indeterminate': { backgroundImage: DASH },
  '&:focus-visible': { outlineOffset: 2 },
});

interface Props {
  checked: boolean;
  /** Some of what it stands for is checked. */
  partly?: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
  autoFocus?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** The platform's checkbox in the desk's colours. */
export function CheckBox({ checked, partly = false, onChange, ...named }: Props) {
  return (
    <Input
      type="checkbox"
      {...named}
      checked={checked}
      ref={(box: HTMLInputElement | null) => {
        if (box) box.indeterminate = partly;
      }}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
    />
  );
}
