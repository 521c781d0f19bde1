import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import type { PolicyResponse } from '@baton/contracts/sla/sla.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { formErrorText } from '../../../shared/forms/form-error';
import { below, useEditorForm } from '../../../shared/forms/use-editor-form';
import { weekWords } from '../../../shared/text/week-words';
import { writeLength } from '../../../shared/time/length';
import { openMinutesOfWeek } from '../../../shared/time/working-hours';
import { CheckBox } from '../../../shared/ui/check-box';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { Link } from '../../../shared/ui/link';
import { SelectField } from '../../../shared/ui/select-field';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { BackTest } from '../components/back-test';
import { texts as all } from '../policies.texts';
import type { PolicyChoices } from '../policy-choices';
import { asSent, longestTarget, newPolicy, type PolicyWish, policyWishProblems } from '../policy-wish';
import { problemWords } from '../problem-words';
import { useSavePolicy, wishOf } from '../sla-admin.queries';
import { ConditionsFields } from './conditions-fields';
import { EscalationFields } from './escalation-fields';
import { TargetsGrid } from './targets-grid';
import { WarningsField } from './warnings-field';

const texts = all.form;

const FIELD_OF = { 'sla_policy.name_taken': 'name' };

type Form = ReturnType<typeof useEditorForm<PolicyWish>>;

function Basics({ form }: { form: Form }) {
  const { name, enabled } = form.values;
  return (
    <SettingsSection title={texts.basics} text={texts.basicsText}>
      <FormField
        label={texts.name}
        hint={texts.nameHint}
        autoComplete="off"
        value={name}
        error={problemWords(form.problems.name)}
        inputProps={{ maxLength: 100 }}
        onChange={(event) => form.set({ name: event.target.value })}
      />
      <Box component="label" sx={{ display: 'flex', gap: 1.25, cursor: 'pointer' }}>
        <Box sx={{ pt: '1px' }}>
          <CheckBox checked={enabled} onChange={(on) => form.set({ enabled: on })} />
        </Box>
        <span>
          <Box sx={{ typography: 'subtitle2' }}>{texts.enabled}</Box>
          <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.enabledHint}</Box>
        </span>
      </Box>
    </SettingsSection>
  );
}

function CalendarChoice({ form, calendars }: { form: Form; calendars: readonly CalendarResponse[] }) {
  const { calendarId } = form.values;
  const chosen = calendars.find(({ id }) => id === calendarId);
  return (
    <SettingsSection title={texts.calendar} text={texts.calendarText}>
      <SelectField
        label={texts.calendar}
        labelEnd={
          <MuiLink component={Link} to="/admin/calendars">
            {texts.editCalendars}
          </MuiLink>
        }
        value={calendarId}
        emptyLabel={calendarId === '' ? texts.choose : undefined}
        options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.problems.calendarId && texts.calendarMissing}
        hint={chosen && `${weekWords(chosen.calendar.windows)}, ${chosen.calendar.timeZone.replaceAll('_', ' ')}`}
        onChange={(id) => form.set({ calendarId: id })}
      />
    </SettingsSection>
  );
}

/** What a length of working time is on the wall's calendar. */
function takes({ name, calendar }: CalendarResponse, minutes: number): string {
  const days = Math.max(1, Math.round((minutes / openMinutesOfWeek(calendar.windows)) * 7));
  return texts.takes(writeLength(minutes), texts.days(days), name);
}

function Targets({ form, calendars }: { form: Form; calendars: readonly CalendarResponse[] }) {
  const { targets, calendarId } = form.values;
  const calendar = calendars.find(({ id }) => id === calendarId);
  const longest = longestTarget(targets);
  return (
    <SettingsSection title={texts.targets} text={texts.targetsText}>
      {form.problems.targets && <FormAlert>{texts.targetsEmpty}</FormAlert>}
      <TargetsGrid
        targets={targets}
        problems={below(form.problems, 'targets')}
        onChange={(next) => form.set({ targets: next })}
      />
      <Box sx={{ typography: 'caption', color: 'text.tertiary', mt: -1 }}>
        {texts.targetsHelp} {calendar && longest && takes(calendar, longest)}
      </Box>
    </SettingsSection>
  );
}

const warningProblem = ({ problems }: Form) =>
  Object.entries(problems).find(([path]) => path === 'warnings' || path.startsWith('warnings.'))?.[1];

interface Props {
  /** Absent: a new one. */
  policy?: PolicyResponse;
  /** All there are, in order. */
  policies: readonly PolicyResponse[];
  calendars: readonly CalendarResponse[];
  choices: PolicyChoices;
  onDone: () => void;
}

/** The list as it would be: the policy in its place, a new one last. */
const listWith = (policies: readonly PolicyResponse[], id: string | undefined, wish: PolicyWish) => {
  const named = { ...wish, name: wish.name || texts.createTitle };
  const list = policies.map((each) => (each.id === id ? named : wishOf(each)));
  return id === undefined ? [...list, named] : list;
};

/** Without a name there is nothing to save yet, and all there is to check. */
const isCheckable = (wish: PolicyWish) => policyWishProblems(wish).every(({ path }) => path === 'name');

/** The whole of a policy, and what it would have made of the last tickets. */
export function PolicyForm({ policy, policies, calendars, choices, onDone }: Props) {
  const save = useSavePolicy();
  const form = useEditorForm<PolicyWish>({
    initial: policy
      ? (wishOf(policy) as PolicyWish)
      : newPolicy(calendars.length === 1 ? (calendars[0]?.id ?? '') : ''),
    check: policyWishProblems,
    fieldOf: FIELD_OF,
    submit: async (wish) => {
      await save(policy?.id, asSent(wish));
      onDone();
    },
  });
  const { conditions, warnings, escalation } = form.values;
  return (
    <Box component="form" noValidate onSubmit={form.onSubmit} onBlur={form.onBlur}>
      {form.formError && (
        <Box sx={{ mb: 2 }}>
          <FormAlert>{formErrorText(form.formError)}</FormAlert>
        </Box>
      )}
      <Basics form={form} />
      <SettingsSection title={texts.which} text={texts.whichText}>
        <ConditionsFields
          conditions={conditions}
          choices={choices}
          problems={below(form.problems, 'conditions')}
          onChange={(next) => form.set({ conditions: next })}
        />
      </SettingsSection>
      <CalendarChoice form={form} calendars={calendars} />
      <Targets form={form} calendars={calendars} />
      <SettingsSection title={texts.warnings} text={texts.warningsText}>
        <WarningsField
          warnings={warnings}
          problem={warningProblem(form)}
          onChange={(next) => form.set({ warnings: next })}
        />
      </SettingsSection>
      <SettingsSection title={texts.broken} text={texts.brokenText}>
        <EscalationFields escalation={escalation} onChange={(next) => form.set({ escalation: next })} />
      </SettingsSection>
      <BackTest
        isSound={isCheckable(form.values)}
        policies={() => listWith(policies, policy?.id, asSent(form.values))}
        version={form.values}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained" loading={form.submitting}>
          {policy ? texts.save : texts.saveNew}
        </Button>
        <Button component={Link} to="/admin/policies" variant="text" color="inherit">
          {texts.cancel}
        </Button>
      </Box>
    </Box>
  );
}
