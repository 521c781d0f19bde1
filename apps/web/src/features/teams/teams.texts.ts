import type { ApiErrorCode } from '../../shared/api/api-error';
import { defineTexts } from '../../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    list: 'Teams',
    create: 'New team',
    edit: (name: string) => `Edit ${name}`,
    editButton: 'Edit',
    restricted: 'Restricted',
    facts: (members: string, mode: string) => `${members} · ${mode}`,
    members: (count: number) => (count === 1 ? '1 member' : `${count} members`),
    more: (count: number) => `+${count}`,
    nobody: 'Nobody yet',
    loadFailed: 'The teams did not load',
    empty: { title: 'No teams yet', text: 'A team gets the tickets of its categories. Create the first one.' },
    created: (name: string) => `Team ${name} created`,
    saved: (name: string) => `Team ${name} changed`,
    form: {
      createTitle: 'New team',
      create: 'Create team',
      save: 'Save',
      name: 'Name',
      nameMissing: 'Give the team a name.',
      mode: 'How it hands out work',
      restricted: 'Only members and admins see its tickets',
      restrictedHint: 'For personnel, payroll and other sensitive work.',
      members: 'Members',
      membersHint: 'Coordinators and admins can be members.',
      noCandidates: 'Invite a coordinator first.',
    },
  },
});

export const teamErrors: Partial<Record<ApiErrorCode, string>> = defineTexts({
  en: { 'team.name_taken': 'There is a team of this name already.' },
});
