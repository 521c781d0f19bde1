import type { CreateCustomFieldDto } from '@baton/contracts/custom-fields/custom-fields.dto';
import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import { FIELD_KINDS, type FieldKind } from '@baton/domain/custom-fields/custom-field';
import { useState } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import { useSaveField } from '../custom-fields.queries';
import { texts } from '../custom-fields.texts';

interface Props {
  /** Absent: a new one. */
  field?: CustomFieldResponse;
  onClose: () => void;
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export function FieldDialog({ field, onClose }: Props) {
  const save = useSaveField();
  // As it is typed, with lines still empty.
  const [typed, setTyped] = useState(field?.options.join('\n') ?? '');
  const form = useDtoForm<CreateCustomFieldDto>({
    dto: () => import('@baton/contracts/custom-fields/custom-fields.dto').then((module) => module.CreateCustomFieldDto),
    initial: { name: field?.name ?? '', kind: field?.kind ?? 'text' },
    messages: { name: texts.form.nameMissing, options: texts.form.optionsMissing },
    submit: async (values) => {
      const options = linesOf(typed);
      const isChoice = values.kind === 'choice';
      if (isChoice && options.length === 0) throw new ApiError(400, 'request.invalid', '', { options: [''] });
      await save(field?.id, isChoice ? { ...values, options } : values);
      onClose();
    },
  });
  return (
    <FormDialog
      title={field ? texts.form.editTitle(field.name) : texts.form.createTitle}
      action={field ? texts.form.save : texts.form.create}
      error={form.formError && formErrorText(form.formError)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoFocus autoComplete="off" {...form.field('name')} />
      {!field && (
        <SelectField
          label={texts.form.kind}
          hint={texts.form.kindHint}
          options={FIELD_KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
          value={form.values.kind}
          error={form.errors.kind}
          onChange={(kind) => form.set('kind', kind as FieldKind)}
        />
      )}
      {form.values.kind === 'choice' && (
        <FormField
          label={texts.form.options}
          hint={texts.form.optionsHint}
          error={form.errors.options}
          multiline
          minRows={4}
          maxRows={12}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            form.setErrors({ ...form.errors, options: undefined });
          }}
        />
      )}
    </FormDialog>
  );
}
