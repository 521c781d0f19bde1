import Box from '@mui/material/Box';
import { useState } from 'react';
import { inputLook } from './input-look';

interface Props {
  type: 'date' | 'number';
  from: { label: string; value: string };
  until: { label: string; value: string };
  onChange: (from: string, until: string) => void;
  autoFocus?: boolean;
}

/** From here to there; either end may stay open. Applied on leaving a field. */
export function RangeFilter({ type, from, until, onChange, autoFocus = false }: Props) {
  const [range, setRange] = useState({ from: from.value, until: until.value });
  const apply = () => {
    if (range.from !== from.value || range.until !== until.value) onChange(range.from, range.until);
  };
  const end = (name: 'from' | 'until', label: string) => (
    <Box component="label" sx={{ display: 'grid', gap: 0.5, typography: 'caption', color: 'text.secondary' }}>
      {label}
      <Box
        component="input"
        type={type}
        step={type === 'number' ? 'any' : undefined}
        autoFocus={autoFocus && name === 'from'}
        value={range[name]}
        onChange={(event) => setRange({ ...range, [name]: event.target.value })}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
        sx={inputLook}
      />
    </Box>
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, p: 1 }}>
      {end('from', from.label)}
      {end('until', until.label)}
    </Box>
  );
}
