import type { FieldKind } from '@baton/domain/custom-fields/custom-field';
import { defineTexts } from '../../shared/text/define-texts';

const kinds: Record<FieldKind, string> = { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice' };

export const texts = defineTexts({
  en: {
    title: 'Ticket fields',
    text: 'What your organization wants to know of a ticket besides the usual. The desk fills them in, and filters by them.',
    list: 'Ticket fields',
    create: 'New field',
    loadFailed: 'The fields did not load',
    empty: {
      title: 'No fields yet',
      text: 'Add one for what your tickets have in common, such as a site or an asset.',
    },
    kinds,
    archivedChip: 'Archived',
    showArchived: (count: number) => `Show ${count} archived`,
    hideArchived: 'Hide archived',
    actions: (name: string) => `Actions for ${name}`,
    edit: 'Edit',
    up: 'Move up',
    down: 'Move down',
    archive: 'Archive',
    restore: 'Restore',
    archived: (name: string) => `${name} is no longer offered`,
    restored: (name: string) => `${name} is offered again`,
    created: (name: string) => `${name} created`,
    saved: (name: string) => `${name} changed`,
    form: {
      createTitle: 'New field',
      editTitle: (name: string) => `Edit ${name}`,
      create: 'Create field',
      save: 'Save',
      name: 'Name',
      nameMissing: 'Give the field a name',
      kind: 'Kind',
      kindHint: 'It stays as it is once the field exists.',
      options: 'Choices',
      optionsHint: 'One per line',
      optionsMissing: 'Give at least one choice',
    },
  },
});
