import type { AbsenceDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Problems } from '../../../shared/forms/use-editor-form';
import { FormField } from '../../../shared/ui/form-field';
import { texts } from '../work-profiles.texts';

const say = texts.form;
const PROBLEMS: Record<string, string> = { order: say.order };

interface Props {
  absences: readonly AbsenceDto[];
  /** `2026-11-21` */
  today: string;
  /** By place in the list and field: `0.to`. */
  problems: Problems;
  onChange: (absences: AbsenceDto[]) => void;
}

interface RowProps {
  absence: AbsenceDto;
  which: number;
  problemOf: (field: keyof AbsenceDto) => string | undefined;
  onChange: (absence: AbsenceDto) => void;
  onRemove: () => void;
}

function AbsenceRow({ absence, which, problemOf, onChange, onRemove }: RowProps) {
  const field = (name: keyof AbsenceDto) => {
    const problem = problemOf(name);
    return {
      type: 'date',
      value: absence[name],
      error: problem && (PROBLEMS[problem] ?? say.day),
      onChange: ({ target }: { target: { value: string } }) => onChange({ ...absence, [name]: target.value }),
    };
  };
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 176px) minmax(0, 176px) auto',
        justifyContent: 'start',
        columnGap: 1.5,
        alignItems: 'start',
      }}
    >
      <FormField label={say.from} {...field('from')} />
      <FormField label={say.to} {...field('to')} />
      <Box sx={{ pt: '29px' }}>
        <IconButton size="small" aria-label={say.removeAbsence(which)} onClick={onRemove}>
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      </Box>
    </Box>
  );
}

/** Days away, each with its first and its last. */
export function AbsenceList({ absences, today, problems, onChange }: Props) {
  const put = (absence: AbsenceDto, at: number) =>
    onChange(absences.map((each, index) => (index === at ? absence : each)));
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      {absences.length === 0 && <Box sx={{ color: 'text.tertiary' }}>{say.noAbsences}</Box>}
      {absences.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, width: 1 }}>
          {absences.map((absence, index) => (
            <AbsenceRow
              // biome-ignore lint/suspicious/noArrayIndexKey: days have no other identity, and hold no state
              key={index}
              absence={absence}
              which={index + 1}
              problemOf={(field) => problems[`${index}.${field}`]}
              onChange={(changed) => put(changed, index)}
              onRemove={() => onChange(absences.filter((_each, at) => at !== index))}
            />
          ))}
        </Box>
      )}
      <Button startIcon={<Add />} onClick={() => onChange([...absences, { from: today, to: today }])}>
        {say.addAbsence}
      </Button>
    </Box>
  );
}
