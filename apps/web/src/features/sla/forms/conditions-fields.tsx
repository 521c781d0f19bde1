import type { PolicyConditionsDto } from '@baton/contracts/sla/sla.dto';
import type { UserResponse } from '@baton/contracts/users/users.response';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { lazy, Suspense, useState } from 'react';
import type { Problems } from '../../../shared/forms/use-editor-form';
import { words } from '../../../shared/text/words.texts';
import { ChoiceList } from '../../../shared/ui/choice-list';
import { Field } from '../../../shared/ui/field';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { texts as all } from '../policies.texts';
import { conditionWords, type PolicyChoices } from '../policy-choices';
import { URGENT_FIRST } from '../policy-wish';
import { problemWords } from '../problem-words';

const PersonSearch = lazy(() =>
  import('../../../shared/ui/person-search').then((module) => ({ default: module.PersonSearch })),
);

const texts = all.form;

interface Props {
  conditions: PolicyConditionsDto;
  choices: PolicyChoices;
  problems: Problems;
  onChange: (conditions: PolicyConditionsDto) => void;
}

interface RequesterProps {
  ids: readonly string[];
  people: PolicyChoices['people'];
  error?: string;
  onChange: (ids: string[]) => void;
}

function Requesters({ ids, people, error, onChange }: RequesterProps) {
  // Those just chosen, until the page knows them too.
  const [chosen, setChosen] = useState<UserResponse[]>([]);
  const nameOf = (id: string) =>
    [...people, ...chosen].find((each) => each.id === id)?.name ?? all.conditions.goneRequester;
  return (
    <Field label={texts.requesters} error={error}>
      {({ 'aria-invalid': _invalid, ...control }) => (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
          {ids.length > 0 && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
              {ids.map((id) => (
                <ButtonBase
                  key={id}
                  aria-label={texts.removeRequester(nameOf(id))}
                  onClick={() => onChange(ids.filter((each) => each !== id))}
                  sx={{
                    gap: 0.5,
                    minHeight: 28,
                    px: 1,
                    borderRadius: '6px',
                    typography: 'caption',
                    fontWeight: 600,
                    color: 'primary.text',
                    bgcolor: 'primary.soft',
                    '@media (pointer: coarse)': { minHeight: 44 },
                  }}
                >
                  {nameOf(id)}
                  <Close sx={{ fontSize: 14 }} />
                </ButtonBase>
              ))}
            </Box>
          )}
          <Suspense fallback={<Box sx={{ height: 40 }} />}>
            <PersonSearch
              key={ids.length}
              {...control}
              without={ids}
              onChoose={(person) => {
                if (!person) return;
                setChosen((before) => [...before, person]);
                onChange([...ids, person.id]);
              }}
            />
          </Suspense>
        </Box>
      )}
    </Field>
  );
}

/** Which tickets a policy is for, and the same as a sentence. */
export function ConditionsFields({ conditions, choices, problems, onChange }: Props) {
  const { priorities = [], teamIds = [], categoryIds = [], requesterIds = [] } = conditions;
  const set = (changes: PolicyConditionsDto) => onChange({ ...conditions, ...changes });
  const errorAt = (name: keyof PolicyConditionsDto) =>
    problemWords(Object.entries(problems).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]);
  return (
    <>
      <Box
        role="status"
        sx={{ px: 1.5, py: 1.25, borderRadius: '8px', bgcolor: 'primary.soft', color: 'primary.text' }}
      >
        {texts.covers} <b>{conditionWords(conditions, choices)}</b>
      </Box>
      <ChoiceList
        label={texts.priorities}
        choices={URGENT_FIRST.map((priority) => ({
          value: priority,
          label: words.priority[priority],
          icon: <PriorityIcon priority={priority} decorative />,
        }))}
        chosen={priorities}
        error={errorAt('priorities')}
        onChange={(chosen) => set({ priorities: chosen as Priority[] })}
      />
      <ChoiceList
        label={texts.teams}
        choices={choices.teams.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={teamIds}
        error={errorAt('teamIds')}
        empty={texts.teamsNone}
        onChange={(chosen) => set({ teamIds: chosen })}
      />
      <ChoiceList
        label={texts.categories}
        hint={texts.categoriesHint}
        choices={choices.categories
          .filter(({ id, archived }) => !archived || categoryIds.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        chosen={categoryIds}
        error={errorAt('categoryIds')}
        empty={texts.categoriesNone}
        onChange={(chosen) => set({ categoryIds: chosen })}
      />
      <Requesters
        ids={requesterIds}
        people={choices.people}
        error={errorAt('requesterIds')}
        onChange={(chosen) => set({ requesterIds: chosen })}
      />
    </>
  );
}
