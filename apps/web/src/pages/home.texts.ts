import { defineTexts } from '../shared/text/define-texts';

export const texts = defineTexts({
  en: {
    help: (name: string) => `How can we help, ${name}?`,
    ask: 'Describe what you need',
    clear: 'Clear',
    yours: 'Your tickets about this',
    noneYours: 'None of your tickets is about this. A person will answer.',
    askPerson: 'Something else? A person will answer.',
    create: 'Create a ticket from this',
    myTickets: 'My tickets',
    openCount: (count: number) => `${count} open`,
    allMine: 'All my tickets',
    nothingTitle: 'Nothing open',
    nothingText: 'Say above what you need. It stays in someone’s hands until it is done.',
    desk: (name: string) => `Good to see you, ${name}`,
    deskText: 'What waits for you today.',
    views: 'Queue at a glance',
    assignedToMe: 'Assigned to me',
    assignedEmpty: 'Nothing is assigned to you',
    assignedEmptyText: 'Claim something, or help a colleague.',
    unassigned: 'Unassigned',
    unassignedEmpty: 'Everything has somebody',
    unassignedEmptyText: 'New tickets appear here by themselves.',
    all: (count: number) => `All ${count}`,
    claim: 'Claim',
    claimTicket: (number: string) => `Claim ${number}`,
    pending: (count: number) =>
      count === 1 ? '1 registration waits for a decision' : `${count} registrations wait for a decision`,
    review: 'Review',
  },
});
