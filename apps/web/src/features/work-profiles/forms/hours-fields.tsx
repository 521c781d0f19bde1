import Box from '@mui/material/Box';
import { below, type Problems } from '../../../shared/forms/use-editor-form';
import { FormAlert } from '../../../shared/ui/form-alert';
import { RadioCards } from '../../../shared/ui/radio-cards';
import { TimeZoneField } from '../../../shared/ui/time-zone-field';
import { WeekEditor } from '../../../shared/ui/week-editor';
import { texts } from '../work-profiles.texts';
import type { WorkWish } from '../work-wish';

const say = texts.form;

const CARDS = [
  { value: 'always', label: say.always, text: say.alwaysText },
  { value: 'fixed', label: say.fixed, text: say.fixedText },
] as const;

interface Props {
  wish: WorkWish;
  problems: Problems;
  onChange: (changes: Partial<WorkWish>) => void;
}

/** When somebody works, if their hours decide. */
export function HoursFields({ wish: { isFixed, hours }, problems, onChange }: Props) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <RadioCards
        label={say.hoursLabel}
        cards={CARDS}
        value={isFixed ? 'fixed' : 'always'}
        onChange={(value) => onChange({ isFixed: value === 'fixed' })}
      />
      {isFixed && (
        <>
          {problems['hours.windows'] && <FormAlert>{say.hoursEmpty}</FormAlert>}
          <Box sx={{ maxWidth: 360 }}>
            <TimeZoneField
              value={hours.timeZone}
              error={problems['hours.timeZone'] && say.zone}
              onChange={(timeZone) => onChange({ hours: { ...hours, timeZone } })}
            />
          </Box>
          <WeekEditor
            week={hours.windows}
            problems={below(problems, 'hours.windows')}
            onChange={(windows) => onChange({ hours: { ...hours, windows } })}
          />
        </>
      )}
    </Box>
  );
}
