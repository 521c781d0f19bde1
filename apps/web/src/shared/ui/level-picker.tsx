import Box from '@mui/material/Box';
import { useId } from 'react';
import { LEVELS } from './level-steps';
import { VisuallyHidden } from './visually-hidden';
import { texts } from './work.texts';

interface Props {
  /** Of what. */
  skill: string;
  level: number;
  onChange: (level: number) => void;
}

/** A level from 1 to 5, as a row of steps to press. A group of radios underneath. */
export function LevelPicker({ skill, level, onChange }: Props) {
  const name = useId();
  return (
    <Box
      component="fieldset"
      sx={{ display: 'flex', m: 0, p: 0, border: 0, minWidth: 0, borderRadius: '8px', bgcolor: 'surface.neutral' }}
    >
      <VisuallyHidden as="legend">{texts.levelOf(skill)}</VisuallyHidden>
      {LEVELS.map((step) => (
        <Box
          component="label"
          key={step}
          title={texts.levelWord(step)}
          sx={{
            position: 'relative',
            display: 'grid',
            placeItems: 'center',
            width: 32,
            height: 32,
            borderRadius: '8px',
            cursor: 'pointer',
            typography: 'caption',
            fontWeight: 600,
            fontVariantNumeric: 'tabular-nums',
            color: step === level ? 'primary.text' : 'text.secondary',
            bgcolor: step === level ? 'primary.soft2' : 'transparent',
            '&:hover': { bgcolor: step === level ? 'primary.soft2' : 'surface.hover' },
            '& > input': {
              appearance: 'none',
              position: 'absolute',
              inset: 0,
              m: 0,
              borderRadius: '8px',
              cursor: 'pointer',
            },
          }}
        >
          <input
            type="radio"
            name={name}
            checked={step === level}
            aria-label={`${step}, ${texts.levelWord(step)}`}
            onChange={() => onChange(step)}
          />
          {step}
        </Box>
      ))}
    </Box>
  );
}
