import type { CreateTeamDto } from '@baton/contracts/teams/teams.dto';
import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import Box from '@mui/material/Box';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { modeCards } from '../../../shared/text/mode-words';
import { words } from '../../../shared/text/words.texts';
import { CheckBox } from '../../../shared/ui/check-box';
import { ChoiceList } from '../../../shared/ui/choice-list';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RadioCards } from '../../../shared/ui/radio-cards';
import { useSaveTeam } from '../teams.queries';
import { teamErrors, texts } from '../teams.texts';

interface Props {
  /** Absent: a new one. */
  team?: TeamResponse;
  /** Who can be a member. */
  candidates: readonly PersonResponse[];
  onClose: () => void;
}

/** Members who are not among the candidates any more stay listed, so that saving does not lose them unseen. */
function everybody(team: TeamResponse | undefined, candidates: readonly PersonResponse[]): PersonResponse[] {
  const others = (team?.members ?? []).filter(({ id }) => candidates.every((each) => each.id !== id));
  return [...candidates, ...others];
}

export function TeamDialog({ team, candidates, onClose }: Props) {
  const save = useSaveTeam();
  const form = useDtoForm<CreateTeamDto>({
    dto: () => import('@baton/contracts/teams/teams.dto').then((module) => module.CreateTeamDto),
    initial: {
      name: team?.name ?? '',
      mode: team?.mode ?? 'manual',
      restricted: team?.restricted ?? false,
      memberIds: team?.members.map(({ id }) => id) ?? [],
    },
    messages: { name: texts.form.nameMissing },
    submit: async (values) => {
      await save(team?.id, values);
      onClose();
    },
    errorOf: ({ code }) => (code === 'team.name_taken' ? { name: teamErrors[code] } : null),
  });
  return (
    <FormDialog
      title={team ? texts.edit(team.name) : texts.form.createTitle}
      action={team ? texts.form.save : texts.form.create}
      error={form.formError && formErrorText(form.formError, teamErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoFocus autoComplete="off" {...form.field('name')} />
      <RadioCards
        label={texts.form.mode}
        cards={modeCards}
        value={form.values.mode ?? 'manual'}
        onChange={(mode) => form.set('mode', mode)}
      />
      <Box component="label" sx={{ display: 'flex', gap: 1.25, cursor: 'pointer' }}>
        <Box sx={{ pt: '1px' }}>
          <CheckBox checked={form.values.restricted ?? false} onChange={(on) => form.set('restricted', on)} />
        </Box>
        <span>
          <Box sx={{ typography: 'subtitle2' }}>{texts.form.restricted}</Box>
          <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.form.restrictedHint}</Box>
        </span>
      </Box>
      <ChoiceList
        label={texts.form.members}
        hint={texts.form.membersHint}
        error={form.errors.memberIds}
        empty={texts.form.noCandidates}
        choices={everybody(team, candidates).map((person) => ({
          value: person.id,
          label: person.name,
          icon: <PersonAvatar person={person} size={24} />,
          hint: words.role[person.role],
        }))}
        chosen={form.values.memberIds ?? []}
        onChange={(memberIds) => form.set('memberIds', memberIds)}
      />
    </FormDialog>
  );
}
