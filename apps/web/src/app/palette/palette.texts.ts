import { defineTexts } from '../../shared/text/define-texts';

/** What the palette's lines are called. */
export const texts = defineTexts({
  en: {
    everywhere: 'Everywhere',
    open: 'Find something or do something',
    shortcuts: 'Show these shortcuts',
    goTo: (page: string) => `Go to ${page}`,
    admin: 'Admin',
    assignTo: (name: string) => `Assign to ${name}`,
    assignToMe: 'Assign to me',
    returnToPool: 'Return to the pool',
    setPriority: (priority: string) => `Set priority ${priority}`,
    setCategory: (path: string) => `Set category ${path}`,
    setTeam: (name: string) => `Hand to team ${name}`,
    now: (value: string) => `now ${value}`,
    watch: 'Watch this ticket',
    unwatch: 'Stop watching this ticket',
    copyLink: 'Copy the link to this ticket',
    linkCopied: 'Link copied',
    changedMeanwhile: 'Somebody has changed the same thing meanwhile. Look again before you change it.',
    ticketsWith: 'Tickets with this person',
    searchFor: (typed: string) => `Search everything for “${typed}”`,
  },
});
