import type { ApiErrorCode } from '../../shared/api/api-error';
import { defineTexts } from '../../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    title: 'Categories',
    text: 'What people ask about. A category sends its tickets to a team.',
    list: 'Categories',
    create: 'New category',
    loadFailed: 'The categories did not load',
    empty: { title: 'No categories yet', text: 'With categories, tickets find their team by themselves.' },
    goesTo: (team: string) => `Goes to ${team}`,
    goesNowhere: 'Goes to no team',
    needs: (skill: string, level: number) => `${skill} ≥ ${level}`,
    archivedChip: 'Archived',
    showArchived: (count: number) => `Show ${count} archived`,
    hideArchived: 'Hide archived',
    actions: (name: string) => `Actions for ${name}`,
    edit: 'Edit or move',
    addInside: 'New category inside',
    archive: 'Archive',
    restore: 'Restore',
    archived: (name: string) => `${name} is no longer offered`,
    restored: (name: string) => `${name} is offered again`,
    created: (name: string) => `${name} created`,
    saved: (name: string) => `${name} changed`,
    form: {
      createTitle: 'New category',
      editTitle: (name: string) => `Edit ${name}`,
      create: 'Create category',
      save: 'Save',
      name: 'Name',
      nameMissing: 'Give the category a name.',
      parent: 'Inside',
      top: 'At the top',
      team: 'Team',
      noTeam: 'No team',
      teamHint: 'New tickets of this category go to this team.',
      skills: 'Needed skills',
      skillsHint: 'Only who has all of them, at these levels at least, is given its tickets.',
      skillsAlso: (skills: string) => `Besides, from the categories above: ${skills}.`,
      noSkills: 'None: everybody in the team can take its tickets.',
      skill: (name: string, level: number) => `${name} ${level}`,
    },
  },
});

export const categoryErrors: Partial<Record<ApiErrorCode, string>> = defineTexts({
  en: {
    'category.name_taken': 'There is a category of this name in the same place.',
    'category.cycle': 'A category cannot be inside itself.',
  },
});
