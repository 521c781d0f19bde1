import { LIMITS } from '@baton/contracts/http/limits';
import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { formErrorText } from '../../../shared/forms/form-error';
import { below, useEditorForm } from '../../../shared/forms/use-editor-form';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { dateOf } from '../../../shared/time/zone-day';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { FormSection } from '../../../shared/ui/form-section';
import { LoadBar } from '../../../shared/ui/load-bar';
import { type NamedSkill, SkillLevelsField } from '../../../shared/ui/skill-levels-field';
import { loadWords } from '../standing-words';
import { useSaveWorkProfile } from '../work-profiles.queries';
import { texts } from '../work-profiles.texts';
import { profileOf, type WorkWish, wishOf, workProblems } from '../work-wish';
import { AbsenceList } from './absence-list';
import { HoursFields } from './hours-fields';

const say = texts.form;

interface Props {
  profile: WorkProfileResponse;
  skills: readonly NamedSkill[];
  /** Where the list of people is. */
  list: string;
  onDone: () => void;
}

function Capacity({ typed, problem, profile, onChange }: CapacityProps) {
  const capacity = problem ? profile.capacity : Number(typed);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '176px minmax(0, 240px)' }, gap: 2, alignItems: 'start' }}>
      <FormField
        label={say.capacityLabel}
        hint={say.capacityHint}
        error={problem && say.capacityProblem}
        value={typed}
        autoComplete="off"
        inputProps={{ inputMode: 'numeric', maxLength: 3 }}
        onChange={({ target }) => onChange(target.value)}
      />
      <Box>
        <Box sx={{ typography: 'subtitle2', mb: 1 }}>{say.now}</Box>
        <LoadBar active={profile.active} capacity={capacity} />
        <Box sx={{ mt: 0.75, typography: 'caption', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {loadWords({ active: profile.active, capacity })}
        </Box>
      </Box>
    </Box>
  );
}

interface CapacityProps {
  typed: string;
  problem?: string;
  profile: WorkProfileResponse;
  onChange: (typed: string) => void;
}

/** Everything that decides which work somebody is given. */
export function WorkForm({ profile, skills, list, onDone }: Props) {
  const zone = useTimeZone();
  const save = useSaveWorkProfile();
  const form = useEditorForm<WorkWish>({
    initial: wishOf(profile, zone),
    check: workProblems,
    submit: async (wish) => {
      await save(profile.person.id, profileOf(wish));
      onDone();
    },
  });
  const { values, problems, set } = form;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={form.onSubmit}
      onBlur={form.onBlur}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, maxWidth: 880 }}
    >
      {form.formError && <FormAlert>{formErrorText(form.formError)}</FormAlert>}
      <FormSection title={say.capacity} text={say.capacityText}>
        <Capacity
          typed={values.capacity}
          problem={problems.capacity}
          profile={profile}
          onChange={(capacity) => set({ capacity })}
        />
      </FormSection>
      <FormSection
        title={say.skills}
        text={say.skillsText}
        end={
          <MuiLink component={Link} to={`${list}?view=skills`}>
            {say.skillsAdmin}
          </MuiLink>
        }
      >
        <SkillLevelsField
          label={say.skillsLabel}
          titled
          empty={say.skillsEmpty}
          skills={skills}
          chosen={values.skills}
          max={LIMITS.skillsMax}
          onChange={(chosen) => set({ skills: chosen })}
        />
      </FormSection>
      <FormSection title={say.hours} text={say.hoursText}>
        <HoursFields wish={values} problems={problems} onChange={set} />
      </FormSection>
      <FormSection title={say.absences} text={say.absencesText}>
        <AbsenceList
          absences={values.absences}
          today={dateOf(new Date().toISOString(), values.isFixed ? values.hours.timeZone : zone)}
          problems={below(problems, 'absences')}
          onChange={(absences) => set({ absences })}
        />
      </FormSection>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" loading={form.submitting}>
          {say.save}
        </Button>
        <Button component={Link} to={`${list}?view=work`} variant="text" color="inherit">
          {say.cancel}
        </Button>
      </Box>
    </Box>
  );
}
