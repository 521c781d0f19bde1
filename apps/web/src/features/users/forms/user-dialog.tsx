import type { InviteUserDto, UpdateUserDto } from '@baton/contracts/users/users.dto';
import type { UserResponse } from '@baton/contracts/users/users.response';
import { ROLES, type Role } from '@baton/domain/permissions/roles';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { firstName } from '../../../shared/text/first-name';
import { words } from '../../../shared/text/words.texts';
import { ChoiceList } from '../../../shared/ui/choice-list';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import { useSaveUser } from '../users.mutations';
import { texts, userErrors } from '../users.texts';

export interface TeamChoice {
  id: string;
  name: string;
}

const roleOptions = ROLES.map((role) => ({ value: role, label: words.role[role] }));

interface RoleProps {
  role: Role;
  teamIds: string[];
  teams: readonly TeamChoice[];
  onRole: (role: Role) => void;
  onTeams: (teamIds: string[]) => void;
}

/** What somebody may do, and with whom. */
function RoleAndTeams({ role, teamIds, teams, onRole, onTeams }: RoleProps) {
  const { form, roleHints } = texts;
  return (
    <>
      <SelectField
        label={form.role}
        hint={roleHints[role]}
        options={roleOptions}
        value={role}
        onChange={(value) => onRole(value as Role)}
      />
      {role !== 'employee' && teams.length > 0 && (
        <ChoiceList
          label={form.teams}
          choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={teamIds}
          onChange={onTeams}
        />
      )}
    </>
  );
}

/** Employees are in no team, whatever was ticked before the role was chosen. */
const teamsFor = (role: Role, teamIds: string[] = []) => (role === 'employee' ? [] : teamIds);

export function InviteDialog({ teams, onClose }: { teams: readonly TeamChoice[]; onClose: () => void }) {
  const { invite } = useSaveUser();
  const form = useDtoForm<InviteUserDto>({
    dto: () => import('@baton/contracts/users/users.dto').then((module) => module.InviteUserDto),
    initial: { name: '', email: '', role: 'coordinator', phone: '', teamIds: [] },
    messages: texts.form.invalid,
    submit: async (values) => {
      await invite({ ...values, teamIds: teamsFor(values.role, values.teamIds) });
      onClose();
    },
    errorOf: ({ code }) => (code === 'account.email_taken' ? { email: userErrors[code] } : null),
  });
  const { role, teamIds = [] } = form.values;
  return (
    <FormDialog
      title={texts.form.inviteTitle}
      text={texts.form.inviteText}
      action={texts.form.send}
      error={form.formError && formErrorText(form.formError, userErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoFocus autoComplete="off" {...form.field('name')} />
      <FormField label={texts.form.email} type="email" autoComplete="off" {...form.field('email')} />
      <FormField
        label={texts.form.phone}
        optional
        hint={texts.form.phoneHint}
        type="tel"
        autoComplete="off"
        {...form.field('phone')}
      />
      <RoleAndTeams
        role={role}
        teamIds={teamIds}
        teams={teams}
        onRole={(value) => form.set('role', value)}
        onTeams={(value) => form.set('teamIds', value)}
      />
    </FormDialog>
  );
}

interface EditProps {
  user: UserResponse;
  teams: readonly TeamChoice[];
  onClose: () => void;
}

export function EditUserDialog({ user, teams, onClose }: EditProps) {
  const { update } = useSaveUser();
  const form = useDtoForm<UpdateUserDto>({
    dto: () => import('@baton/contracts/users/users.dto').then((module) => module.UpdateUserDto),
    initial: { name: user.name, role: user.role, teamIds: user.teamIds },
    messages: { name: texts.form.invalid.name },
    submit: async ({ name, role = user.role, teamIds }) => {
      await update(user.id, {
        name,
        teamIds: teamsFor(role, teamIds),
        // Saying the same role again would count as changing it.
        ...(role !== user.role && { role }),
      });
      onClose();
    },
  });
  const { role = user.role, teamIds = [] } = form.values;
  return (
    <FormDialog
      title={texts.form.editTitle(firstName(user.name))}
      action={texts.form.save}
      error={form.formError && formErrorText(form.formError, userErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoComplete="off" {...form.field('name')} />
      <RoleAndTeams
        role={role}
        teamIds={teamIds}
        teams={teams}
        onRole={(value) => form.set('role', value)}
        onTeams={(value) => form.set('teamIds', value)}
      />
    </FormDialog>
  );
}
