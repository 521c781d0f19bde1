import Box from '@mui/material/Box';
import { useState } from 'react';
import { CheckBox } from '../../../shared/ui/check-box';
import type { FilterChoice } from '../filter-fields';
import { texts } from '../filters.texts';
import { inputLook } from './input-look';

/** So many can be looked through without searching. */
const FEW = 8;

interface Props {
  label: string;
  choices: readonly FilterChoice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Any number of values; many of them can be searched. */
export function ChoiceFilter({ label, choices, chosen, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  const searchable = choices.length > FEW;
  return (
    <Box sx={{ p: 0.5 }}>
      {searchable && (
        <Box sx={{ p: 0.5 }}>
          <Box
            component="input"
            autoFocus
            value={typed}
            aria-label={texts.find(label)}
            placeholder={texts.find(label)}
            onChange={(event) => setTyped(event.target.value)}
            sx={inputLook}
          />
        </Box>
      )}
      <Box role="group" aria-label={label} sx={{ maxHeight: 'min(320px, 50vh)', overflowY: 'auto' }}>
        {shown.map(({ value, label: name, icon }, index) => (
          <Box
            component="label"
            key={value}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              minHeight: { xs: 44, md: 36 },
              px: 1,
              borderRadius: '6px',
              cursor: 'pointer',
              '&:hover': { bgcolor: 'surface.hover' },
            }}
          >
            <CheckBox
              checked={chosen.includes(value)}
              onChange={(on) => toggle(value, on)}
              autoFocus={!searchable && index === 0}
            />
            {icon}
            <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
          </Box>
        ))}
        {shown.length === 0 && <Box sx={{ p: 1, color: 'text.tertiary' }}>{texts.noneFound}</Box>}
      </Box>
    </Box>
  );
}
