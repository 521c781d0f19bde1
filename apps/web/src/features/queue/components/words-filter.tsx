import { LIMITS } from '@baton/contracts/http/limits';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { texts } from '../filters.texts';
import { inputLook } from './input-look';

interface Props {
  label: string;
  value: string;
  onApply: (value: string) => void;
}

/** A few words, applied by Enter. Nothing takes the filter away. */
export function WordsFilter({ label, value, onApply }: Props) {
  const [typed, setTyped] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(typed.trim());
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1, p: 1 }}>
      <Box
        component="input"
        autoFocus
        value={typed}
        maxLength={LIMITS.searchMax}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        sx={inputLook}
      />
      <Button type="submit" variant="tonal">
        {texts.apply}
      </Button>
    </Box>
  );
}
