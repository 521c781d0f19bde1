import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { words } from '../../../shared/text/words.texts';
import { FormField } from '../../../shared/ui/form-field';
import { SelectField, type SelectOption } from '../../../shared/ui/select-field';
import type { MacroChoices } from '../macro-choices';
import { texts as all } from '../macros.texts';

const texts = all.form;

/** Stands for null, which a select cannot hold. */
const POOL = 'pool';

type Choice = 'status' | 'priority' | 'assignee' | 'teamId' | 'categoryId';

interface Props {
  actions: MacroActionsDto;
  choices: MacroChoices;
  onChange: (changed: MacroActionsDto) => void;
}

const named = (items: MacroChoices['teams']): SelectOption[] =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** A new ticket is nothing one can go back to, and only its requester withdraws it. */
const REACHABLE = STATUSES.filter((status) => status !== 'new' && status !== 'withdrawn');

const fieldsOf = ({
  people,
  teams,
  categories,
}: MacroChoices): { name: Choice; label: string; options: SelectOption[] }[] => [
  { name: 'status', label: texts.status, options: REACHABLE.map((value) => ({ value, label: words.status[value] })) },
  {
    name: 'priority',
    label: texts.priority,
    options: PRIORITIES.map((value) => ({ value, label: words.priority[value] })),
  },
  {
    name: 'assignee',
    label: texts.assignee,
    options: [{ value: 'me', label: texts.me }, { value: POOL, label: texts.pool }, ...named(people)],
  },
  { name: 'teamId', label: texts.teamOfTicket, options: named(teams) },
  { name: 'categoryId', label: texts.category, options: named(categories) },
];

const toTags = (typed: string): string[] | undefined => {
  const tags = [
    ...new Set(
      typed
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  return tags.length > 0 ? tags : undefined;
};

interface TagsProps {
  label: string;
  tags: readonly string[] | undefined;
  onChange: (tags: string[] | undefined) => void;
}

function TagsField({ label, tags = [], onChange }: TagsProps) {
  const [typed, setTyped] = useState(tags.join(', '));
  return (
    <FormField
      label={label}
      hint={texts.tagsHint}
      autoComplete="off"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(toTags(target.value));
      }}
    />
  );
}

/** What a macro changes besides. */
export function MacroActionsFields({ actions, choices, onChange }: Props) {
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 1.5, typography: 'h6' }}>
        {texts.changes}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' }, gap: 2 }}>
        {fieldsOf(choices).map(({ name, label, options }) => (
          <SelectField
            key={name}
            label={label}
            options={options}
            emptyLabel={texts.asItIs}
            value={actions[name] === null ? POOL : (actions[name] ?? '')}
            onChange={(value) => onChange({ [name]: value === POOL ? null : value || undefined })}
          />
        ))}
        <TagsField label={texts.addTags} tags={actions.addTags} onChange={(addTags) => onChange({ addTags })} />
        <TagsField
          label={texts.removeTags}
          tags={actions.removeTags}
          onChange={(removeTags) => onChange({ removeTags })}
        />
      </Box>
    </Box>
  );
}
