import type { ViewScope } from '@baton/domain/queue/views';
import { defineTexts } from '../../shared/text/define-texts';

const scopes: Record<ViewScope, string> = { personal: 'Only me', team: 'A team', everyone: 'Everyone at the desk' };

/** Views: their names, and how they are saved, changed and deleted. */
export const texts = defineTexts({
  en: {
    views: 'Views',
    teams: 'Teams',
    groups: { personal: 'My views', team: 'Team views', everyone: 'Shared views' },
    changeView: (view: string) => `View: ${view}. Change`,
    builtIn: {
      mine: 'Assigned to me',
      unassigned: 'Unassigned',
      overdue: 'Overdue',
      open: 'All open',
      waiting: 'Waiting',
      resolved_today: 'Resolved today',
    },
    actions: (view: string) => `Actions for ${view}`,
    rename: 'Rename or share',
    remove: 'Delete',
    saved: (name: string) => `Saved ${name}`,
    removed: (name: string) => `Deleted ${name}`,
    create: 'Save as a view',
    changed: 'Changed',
    saveChanges: 'Save',
    saveAsNew: 'Save as new',
    discard: 'Discard',
    form: {
      createTitle: 'Save this view',
      editTitle: (name: string) => `Edit ${name}`,
      text: 'It keeps the filters, the order and the layout, and counts its tickets.',
      action: 'Save view',
      name: 'Name',
      nameMissing: 'Give it a name',
      scope: 'Who sees it',
      scopes,
      team: 'Team',
      teamMissing: 'Choose the team',
    },
    errors: {
      other: 'The view was not saved. Try again in a moment.',
    },
  },
});
