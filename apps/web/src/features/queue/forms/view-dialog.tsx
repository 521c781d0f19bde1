import type { CreateViewDto } from '@baton/contracts/queue/queue.dto';
import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import { VIEW_SCOPES, type ViewLayout, type ViewScope } from '@baton/domain/queue/views';
import { useSession, useUser } from '../../../shared/access/use-session';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import { type QueueFilters, savedFilters } from '../queue-views';
import { useSaveView } from '../views.mutations';
import { texts } from '../views.texts';

interface Props {
  /** Absent: a new one, of what is shown now. */
  view?: QueueViewResponse;
  filters: QueueFilters;
  layout: ViewLayout;
  teams: readonly { id: string; name: string }[];
  onSaved: (view: QueueViewResponse) => void;
  onClose: () => void;
}

/** Those I may share with: my own teams, or all of them for admins. */
function useSharing(teams: Props['teams']) {
  const { can } = useSession();
  const { teamIds } = useUser();
  const manages = can('view.manage');
  const mine = teams.filter(({ id }) => manages || teamIds.includes(id));
  const may: Record<ViewScope, boolean> = { personal: true, team: mine.length > 0, everyone: manages };
  return { teams: mine, scopes: VIEW_SCOPES.filter((scope) => may[scope]) };
}

/** Name of a view, and who sees it. */
export function ViewDialog({ view, filters, layout, teams, onSaved, onClose }: Props) {
  const save = useSaveView();
  const sharing = useSharing(teams);
  const form = useDtoForm<CreateViewDto>({
    dto: () => import('@baton/contracts/queue/queue.dto').then((module) => module.CreateViewDto),
    initial: {
      name: view?.name ?? '',
      scope: view && view.scope !== 'built_in' ? view.scope : 'personal',
      teamId: view?.teamId ?? '',
      ...(view ? { filters: view.filters, sort: view.sort, layout: view.layout } : savedFilters(filters, layout)),
    },
    messages: { name: texts.form.nameMissing, teamId: texts.form.teamMissing },
    submit: async ({ name, scope, teamId, ...shown }) => {
      const who = { name, scope, teamId: scope === 'team' ? (teamId ?? sharing.teams[0]?.id ?? null) : null };
      onSaved(await save(view?.id ?? null, view ? who : { ...shown, ...who }));
    },
  });
  return (
    <FormDialog
      title={view ? texts.form.editTitle(view.name ?? '') : texts.form.createTitle}
      text={view ? undefined : texts.form.text}
      action={texts.form.action}
      error={form.formError && formErrorText(form.formError)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoFocus autoComplete="off" {...form.field('name')} />
      <SelectField
        label={texts.form.scope}
        value={form.values.scope}
        options={sharing.scopes.map((scope) => ({ value: scope, label: texts.form.scopes[scope] }))}
        onChange={(scope) => form.set('scope', scope as ViewScope)}
        error={form.errors.scope}
      />
      {form.values.scope === 'team' && (
        <SelectField
          label={texts.form.team}
          value={form.values.teamId || (sharing.teams[0]?.id ?? '')}
          options={sharing.teams.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(teamId) => form.set('teamId', teamId)}
          error={form.errors.teamId}
        />
      )}
    </FormDialog>
  );
}
