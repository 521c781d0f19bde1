import type { CreateSkillDto } from '@baton/contracts/skills/skills.dto';
import type { SkillResponse } from '@baton/contracts/skills/skills.response';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { useSaveSkill } from '../skills.queries';
import { skillErrors, texts } from '../skills.texts';

interface Props {
  /** Absent: a new one. */
  skill?: SkillResponse;
  onClose: () => void;
}

export function SkillDialog({ skill, onClose }: Props) {
  const save = useSaveSkill();
  const form = useDtoForm<CreateSkillDto>({
    dto: () => import('@baton/contracts/skills/skills.dto').then((module) => module.CreateSkillDto),
    initial: { name: skill?.name ?? '' },
    messages: { name: texts.form.nameMissing },
    submit: async (values) => {
      await save(skill?.id, values);
      onClose();
    },
    errorOf: ({ code }) => (code === 'skill.name_taken' ? { name: skillErrors[code] } : null),
  });
  return (
    <FormDialog
      title={skill ? texts.form.editTitle(skill.name) : texts.form.createTitle}
      action={skill ? texts.form.save : texts.form.create}
      error={form.formError && formErrorText(form.formError, skillErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField
        label={texts.form.name}
        hint={texts.form.nameHint}
        autoFocus
        autoComplete="off"
        inputProps={{ maxLength: 100 }}
        {...form.field('name')}
      />
    </FormDialog>
  );
}
