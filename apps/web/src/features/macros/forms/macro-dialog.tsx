import type { CreateMacroDto } from '@baton/contracts/macros/macros.dto';
import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import { unknownVariables } from '@baton/domain/macros/macro-variables';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useSession } from '../../../shared/access/use-session';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import type { MacroChoices } from '../macro-choices';
import { useSaveMacro } from '../macros.queries';
import { texts as all, macroErrors } from '../macros.texts';
import { MacroActionsFields } from './macro-actions-fields';
import { MacroBodyField } from './macro-body-field';
import { SamplePreview } from './sample-preview';

const texts = all.form;

interface Props {
  /** Absent: a new one. */
  macro?: MacroResponse;
  choices: MacroChoices;
  onClose: () => void;
}

function useMacroForm(macro: MacroResponse | undefined, onClose: () => void) {
  const save = useSaveMacro();
  return useDtoForm<CreateMacroDto>({
    dto: () => import('@baton/contracts/macros/macros.dto').then((module) => module.CreateMacroDto),
    initial: {
      name: macro?.name ?? '',
      scope: macro?.scope ?? 'personal',
      teamId: macro?.teamId ?? null,
      body: macro?.body ?? '',
      internal: macro?.internal ?? false,
      actions: macro?.actions ?? {},
    },
    messages: { name: texts.nameMissing, body: texts.nothing },
    submit: async (values) => {
      // An empty text is left out by the form, and said by name here.
      await save(macro?.id, { ...values, body: values.body ?? '' });
      onClose();
    },
  });
}

type Form = ReturnType<typeof useMacroForm>;

/** Admins may share; what is shared may be for one team. */
function Audience({ form, teams }: { form: Form; teams: MacroChoices['teams'] }) {
  const { can } = useSession();
  if (!can('macro.manage')) return null;
  const isShared = form.values.scope === 'everyone';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2 }}>
      <SelectField
        label={texts.who}
        value={form.values.scope}
        options={[
          { value: 'personal', label: all.personal },
          { value: 'everyone', label: all.everyone },
        ]}
        onChange={(scope) => form.set('scope', scope as CreateMacroDto['scope'])}
        error={form.errors.scope}
      />
      {isShared && (
        <SelectField
          label={texts.team}
          value={form.values.teamId ?? ''}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel={texts.anyTeam}
          onChange={(teamId) => form.set('teamId', teamId || null)}
          error={form.errors.teamId}
        />
      )}
    </Box>
  );
}

/** Name, text and changes at the left, what becomes of them at the right. */
export function MacroDialog({ macro, choices, onClose }: Props) {
  const titleId = useId();
  const form = useMacroForm(macro, onClose);
  const { body = '', internal = false, actions = {} } = form.values;
  const unknown = unknownVariables(body);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{macro ? texts.editTitle(macro.name) : texts.createTitle}</DialogTitle>
      <Box component="form" noValidate onSubmit={form.onSubmit} sx={{ display: 'contents' }}>
        <DialogContent
          sx={{ display: 'grid', gridTemplateColumns: { md: 'minmax(0, 1fr) 300px' }, gap: 3, alignItems: 'start' }}
        >
          <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
            {form.formError && <FormAlert>{formErrorText(form.formError, macroErrors)}</FormAlert>}
            <FormField label={texts.name} autoFocus autoComplete="off" {...form.field('name')} />
            <Audience form={form} teams={choices.teams} />
            <SelectField
              label={texts.kind}
              value={internal ? 'note' : 'reply'}
              options={[
                { value: 'reply', label: texts.reply },
                { value: 'note', label: texts.note },
              ]}
              onChange={(kind) => form.set('internal', kind === 'note')}
            />
            <MacroBodyField
              initial={macro?.body ?? ''}
              error={
                unknown.length > 0 ? texts.unknown(unknown.map((name) => `{{${name}}}`).join(', ')) : form.errors.body
              }
              onChange={(html) => form.set('body', html)}
            />
            <MacroActionsFields
              actions={actions}
              choices={choices}
              onChange={(changed) => form.set('actions', { ...actions, ...changed })}
            />
          </Box>
          <SamplePreview body={body} internal={internal} actions={actions} choices={choices} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" color="inherit" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant="contained" loading={form.submitting} disabled={unknown.length > 0}>
            {macro ? texts.save : texts.create}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
