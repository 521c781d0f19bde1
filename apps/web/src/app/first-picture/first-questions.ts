import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { listPage } from '../../features/tickets/tickets.queries';
import { ownTickets } from '../../pages/my-tickets-page';
import { usualQueue } from '../../pages/queue-state';
import { toRequest } from '../../shared/api/call';
import { addressOf } from '../../shared/api/http';

/** Address of a page → what it asks for first (its `askAhead`), in the name of whoever is signed in. */
export const firstQuestions = (): Record<string, string[]> => ({
  '/queue': [
    addressOf(toRequest(ticketsEndpoints.list, { query: listPage(usualQueue()) })),
    addressOf(toRequest(queueEndpoints.views, {})),
    addressOf(toRequest(teamsEndpoints.list, {})),
  ],
  '/tickets': [addressOf(toRequest(ticketsEndpoints.list, { query: listPage(ownTickets('open')) }))],
});
