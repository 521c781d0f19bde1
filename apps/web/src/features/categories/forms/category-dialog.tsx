import type { CreateCategoryDto } from '@baton/contracts/categories/categories.dto';
import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import { LIMITS } from '@baton/contracts/http/limits';
import type { ApiErrorCode } from '../../../shared/api/api-error';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField } from '../../../shared/ui/select-field';
import { type NamedSkill, SkillLevelsField } from '../../../shared/ui/skill-levels-field';
import { useSaveCategory } from '../categories.queries';
import { categoryErrors, texts } from '../categories.texts';
import { inheritedSkills, possibleParents } from '../category-tree';

/** Which field a refusal belongs to. */
const FIELDS: Partial<Record<ApiErrorCode, 'name' | 'parentId'>> = {
  'category.name_taken': 'name',
  'category.cycle': 'parentId',
};

interface Props {
  /** Absent: a new one. */
  category?: CategoryResponse;
  /** Where a new one starts. */
  parentId?: string | null;
  categories: readonly CategoryResponse[];
  teams: readonly { id: string; name: string }[];
  skills: readonly NamedSkill[];
  onClose: () => void;
}

export function CategoryDialog({ category, parentId = null, categories, teams, skills, onClose }: Props) {
  const save = useSaveCategory();
  const form = useDtoForm<CreateCategoryDto>({
    dto: () => import('@baton/contracts/categories/categories.dto').then((module) => module.CreateCategoryDto),
    initial: category
      ? { name: category.name, parentId: category.parentId, teamId: category.teamId, skills: category.skills }
      : { name: '', parentId, teamId: categories.find(({ id }) => id === parentId)?.teamId ?? null, skills: [] },
    messages: { name: texts.form.nameMissing },
    submit: async (values) => {
      await save(category?.id, values);
      onClose();
    },
    errorOf: ({ code }) => {
      const field = FIELDS[code];
      return field ? { [field]: categoryErrors[code] } : null;
    },
  });
  const inherited = inheritedSkills(categories, form.values.parentId ?? null, form.values.skills ?? []).flatMap(
    ({ skillId, level }) => {
      const name = skills.find(({ id }) => id === skillId)?.name;
      return name ? [texts.form.skill(name, level)] : [];
    },
  );
  return (
    <FormDialog
      title={category ? texts.form.editTitle(category.name) : texts.form.createTitle}
      action={category ? texts.form.save : texts.form.create}
      error={form.formError && formErrorText(form.formError, categoryErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.form.name} autoFocus autoComplete="off" {...form.field('name')} />
      <SelectField
        label={texts.form.parent}
        emptyLabel={texts.form.top}
        options={possibleParents(categories, category?.id).map(({ id, path }) => ({ value: id, label: path }))}
        value={form.values.parentId ?? ''}
        error={form.errors.parentId}
        onChange={(value) => form.set('parentId', value || null)}
      />
      <SelectField
        label={texts.form.team}
        hint={texts.form.teamHint}
        emptyLabel={texts.form.noTeam}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.values.teamId ?? ''}
        error={form.errors.teamId}
        onChange={(value) => form.set('teamId', value || null)}
      />
      <SkillLevelsField
        label={texts.form.skills}
        hint={inherited.length > 0 ? texts.form.skillsAlso(inherited.join(', ')) : texts.form.skillsHint}
        error={form.errors.skills}
        empty={texts.form.noSkills}
        skills={skills}
        chosen={(form.values.skills ?? []).map(({ skillId, minLevel }) => ({ skillId, level: minLevel }))}
        max={LIMITS.neededSkillsMax}
        onChange={(chosen) =>
          form.set(
            'skills',
            chosen.map(({ skillId, level }) => ({ skillId, minLevel: level })),
          )
        }
      />
    </FormDialog>
  );
}
