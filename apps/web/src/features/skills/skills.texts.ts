import type { ApiErrorCode } from '../../shared/api/api-error';
import { defineTexts } from '../../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    list: 'Skills',
    create: 'New skill',
    loadFailed: 'The skills did not load',
    empty: {
      title: 'No skills yet',
      text: 'Name what tickets can need, such as “Network” or “Payroll”. Then say who has it, and which categories need it.',
    },
    people: (count: number) =>
      count === 0 ? 'Nobody has it' : count === 1 ? '1 person has it' : `${count} people have it`,
    categories: (count: number) =>
      count === 0 ? 'no category needs it' : count === 1 ? '1 category needs it' : `${count} categories need it`,
    nobody: 'Nobody has it, so its tickets wait',
    actions: (name: string) => `Actions for ${name}`,
    rename: 'Rename',
    remove: 'Delete',
    created: (name: string) => `${name} created`,
    saved: (name: string) => `${name} renamed`,
    removed: (name: string) => `${name} deleted`,
    removeTitle: (name: string) => `Delete ${name}?`,
    removeText: (count: number) =>
      count === 1
        ? 'The person who has it loses it with its level.'
        : `The ${count} people who have it lose it with its level.`,
    removeConfirm: (name: string) => `Delete ${name}`,
    inUse: (count: number) =>
      count === 1
        ? 'One category needs it. Take it out there first.'
        : `${count} categories need it. Take it out there first.`,
    form: {
      createTitle: 'New skill',
      editTitle: (name: string) => `Rename ${name}`,
      create: 'Create skill',
      save: 'Save',
      name: 'Name',
      nameHint: 'What somebody can do, such as “Network” or “Payroll”.',
      nameMissing: 'Give the skill a name.',
    },
  },
});

export const skillErrors: Partial<Record<ApiErrorCode, string>> = defineTexts({
  en: {
    'skill.name_taken': 'There is a skill of this name already.',
    'skill.too_many': 'There are as many skills as there can be. Delete one first.',
    'skill.in_use': 'A category needs it. Take it out there first.',
  },
});
