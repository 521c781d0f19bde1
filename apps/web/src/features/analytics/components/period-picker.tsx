import Box from '@mui/material/Box';
import type { ChangeEvent } from 'react';
import { ChoiceButton } from '../../../shared/ui/choice-button';
import { texts } from '../analytics.texts';
import { type DayRange, PRESETS } from '../period';

const CHOSEN = 'chosen';
const OPTIONS = [
  ...PRESETS.map((count) => ({ value: String(count), label: texts.lastDays(count) })),
  { value: CHOSEN, label: texts.chosenDays },
];

interface Props {
  period: DayRange & { preset: number | null };
  /** Nothing later can be chosen. */
  today: string;
  onPreset: (days: number) => void;
  onRange: (range: DayRange) => void;
}

function DayInput({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  value: string;
  min?: string;
  max: string;
  onChange: (day: string) => void;
}) {
  return (
    <Box
      component="label"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, typography: 'body2', color: 'text.secondary' }}
    >
      {label}
      <Box
        component="input"
        type="date"
        value={value}
        min={min}
        max={max}
        onChange={(event: ChangeEvent<HTMLInputElement>) => event.target.value && onChange(event.target.value)}
        sx={{
          minHeight: { xs: 44, md: 36 },
          px: 1,
          border: '1px solid',
          borderColor: 'outline.control',
          borderRadius: '8px',
          bgcolor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
        }}
      />
    </Box>
  );
}

/** The last days, or any days up to a year. */
export function PeriodPicker({ period, today, onPreset, onRange }: Props) {
  const { from, to, preset } = period;
  return (
    <>
      <ChoiceButton
        label={texts.period}
        value={preset === null ? CHOSEN : String(preset)}
        options={OPTIONS}
        onChange={(value) => (value === CHOSEN ? onRange({ from, to }) : onPreset(Number(value)))}
      />
      {preset === null && (
        <>
          <DayInput label={texts.from} value={from} max={to} onChange={(day) => onRange({ from: day, to })} />
          <DayInput label={texts.to} value={to} min={from} max={today} onChange={(day) => onRange({ from, to: day })} />
        </>
      )}
    </>
  );
}
