import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';
import { fixedBox } from './fixed-box';

const Radio = fixedBox('input', {
  appearance: 'none',
  flex: 'none',
  display: 'block',
  width: 18,
  height: 18,
  m: 0,
  mt: '1px',
  border: '1.5px solid',
  borderColor: 'outline.control',
  borderRadius: '50%',
  bgcolor: 'background.paper',
  cursor: 'pointer',
  '&:checked': { borderColor: 'primary.button', borderWidth: '5.5px' },
  '&:focus-visible': { outlineOffset: 2 },
});

interface Card<T extends string> {
  value: T;
  label: string;
  /** One sentence on what it means. */
  text: string;
  /** At the end of the label's line. */
  end?: ReactNode;
}

interface Props<T extends string> {
  label: string;
  cards: readonly Card<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few things that each need a sentence. Arrow keys choose, as in every group of radios. */
export function RadioCards<T extends string>({ label, cards, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 0.75, typography: 'subtitle2' }}>
        {label}
      </Box>
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        {cards.map((card) => (
          <Box
            component="label"
            key={card.value}
            sx={{
              display: 'flex',
              gap: 1.25,
              p: '10px 12px',
              borderRadius: '8px',
              cursor: 'pointer',
              border: '1px solid',
              borderColor: card.value === value ? 'primary.main' : 'outline.button',
              bgcolor: card.value === value ? 'primary.soft' : 'transparent',
              '&:hover': { bgcolor: card.value === value ? 'primary.soft' : 'surface.hover' },
            }}
          >
            <Radio
              type="radio"
              name={name}
              value={card.value}
              checked={card.value === value}
              aria-describedby={`${name}-${card.value}`}
              onChange={() => onChange(card.value)}
            />
            <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
              <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, typography: 'subtitle2' }}>
                {card.label}
                {card.end}
              </Box>
              <Box
                component="span"
                id={`${name}-${card.value}`}
                sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}
              >
                {card.text}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
