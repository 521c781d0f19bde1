import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from './factories.js';
import type { World } from './world.js';

/** What specs of merges do again and again, by the coordinator unless they say otherwise. */
export function mergingIn(world: () => World) {
  const desk = () => world().acme.coordinator;
  const timeline = async (id: string, by: Person = desk()) =>
    (await by.client.call(conversationEndpoints.timeline, { params: { id } })).body.items;
  return {
    ticketOf: (requester: Person, wish = {}) => world().build.ticket(requester, desk(), wish),
    merge: (id: string, intoId: string, by: Person = desk()) =>
      by.client.call(relationsEndpoints.merge, { params: { id }, body: { intoId } }),
    unmerge: (id: string, by: Person = desk()) => by.client.call(relationsEndpoints.unmerge, { params: { id } }),
    get: (id: string, by: Person = desk()) => by.client.call(ticketsEndpoints.get, { params: { id } }),
    say: (by: Person, id: string, body: string, more = {}) =>
      by.client.call(conversationEndpoints.send, { params: { id }, body: { body, ...more } }),
    timeline,
    /** What somebody reads: messages by their text, everything else by its type. */
    reads: async (id: string, by?: Person) =>
      (await timeline(id, by)).map(({ message, type }) => message?.text ?? type),
    messages: async (id: string, by: Person) =>
      (await by.client.call(conversationEndpoints.list, { params: { id } })).body.items.map(({ text }) => text),
  };
}
