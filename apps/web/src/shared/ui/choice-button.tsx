import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Button from '@mui/material/Button';
import { MenuButton } from './menu-button';

interface Props {
  label: string;
  /** The choice of nothing in particular: "Any role". Without it one of the options is always in force. */
  any?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** A filter that shows what it is set to, and opens a menu. */
export function ChoiceButton({ label, any, value, options, onChange }: Props) {
  const all = any === undefined ? options : [{ value: '', label: any }, ...options];
  const chosen = all.find((option) => option.value === value) ?? all[0];
  return (
    <MenuButton label={label} options={all} value={chosen?.value} onChoose={onChange}>
      {(trigger) => (
        <Button
          {...trigger}
          variant="text"
          color="inherit"
          aria-label={`${label}: ${chosen?.label}`}
          endIcon={<KeyboardArrowDown />}
          sx={value ? { color: 'primary.text' } : undefined}
        >
          {chosen?.label}
        </Button>
      )}
    </MenuButton>
  );
}
