import { LIMITS } from '@baton/contracts/http/limits';
import Search from '@mui/icons-material/SearchOutlined';
import Box, { type BoxProps } from '@mui/material/Box';
import { type ChangeEvent, useEffect, useEffectEvent, useState } from 'react';

const PAUSE_MS = 250;

interface Props {
  /** What is searched for now. */
  value: string;
  onSearch: (value: string) => void;
  label: string;
  placeholder: string;
  sx?: BoxProps['sx'];
}

/** Searches while typing, after a short pause. The platform's own input: pages that only search need no form code. */
export function SearchField({ value, onSearch, label, placeholder, sx }: Props) {
  const [typed, setTyped] = useState(value);
  const send = useEffectEvent((text: string) => {
    if (text !== value) onSearch(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => send(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Cleared or changed from outside, such as by going back.
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  return (
    <Box sx={[{ position: 'relative', display: 'flex', alignItems: 'center' }, ...(Array.isArray(sx) ? sx : [sx])]}>
      <Search sx={{ position: 'absolute', left: 12, fontSize: 18, color: 'text.tertiary', pointerEvents: 'none' }} />
      <Box
        component="input"
        type="search"
        value={typed}
        aria-label={label}
        placeholder={placeholder}
        maxLength={LIMITS.searchMax}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        sx={{
          width: 1,
          minHeight: { xs: 44, md: 36 },
          pl: 4.75,
          pr: 1.5,
          border: '1px solid',
          borderColor: 'outline.control',
          borderRadius: '8px',
          bgcolor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
          // Below 16 px a phone zooms into the field.
          fontSize: { xs: '1rem', md: '.875rem' },
          '&::placeholder': { color: 'text.tertiary', opacity: 1 },
        }}
      />
    </Box>
  );
}
