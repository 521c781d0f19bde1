import { defineTexts } from '../../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    palette: 'Command palette',
    placeholder: 'Find tickets, people and pages, or do something',
    on: (number: string) => `on ${number}`,
    results: 'Results',
    groups: {
      actions: 'Actions',
      tickets: 'Tickets',
      views: 'Views',
      people: 'People',
      pages: 'Pages',
      found: 'Found by search',
    },
    nothing: (typed: string) => `Nothing here is called “${typed}”.`,
    move: 'move',
    run: 'run',
    beside: 'open in new tab',
    allShortcuts: 'all shortcuts',
    count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    shortcuts: 'Keyboard shortcuts',
    followedBy: 'then',
    close: 'Close',
  },
});
