import type { StartBulkEditDto } from '@baton/contracts/bulk-edits/bulk-edits.dto';
import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Answer } from './client.js';
import type { Person } from './factories.js';
import type { World } from './world.js';

/** What specs of bulk edits do again and again, by the coordinator unless they say otherwise. */
export function bulkEditingIn(world: () => World) {
  const desk = () => world().acme.coordinator;
  const start = (body: StartBulkEditDto | object, by: Person = desk()) =>
    by.client.call(bulkEditsEndpoints.start, { body: body as StartBulkEditDto });
  const look = async (id: string, by: Person = desk()) =>
    (await by.client.call(bulkEditsEndpoints.get, { params: { id } })).body;
  const undo = (id: string, by: Person = desk()) => by.client.call(bulkEditsEndpoints.undo, { params: { id } });
  const atItsEnd = async ({ status, body, error }: Answer<{ id: string }>, by?: Person) => {
    if (status !== 202) throw new Error(JSON.stringify(error));
    await world().jobsDone();
    return look(body.id, by);
  };
  return {
    start,
    look,
    undo,
    /** Starts an edit and waits for its end. */
    run: async (body: StartBulkEditDto | object, by?: Person) => atItsEnd(await start(body, by), by),
    /** The same for its undo. */
    undone: async (id: string, by?: Person) => atItsEnd(await undo(id, by), by),
    get: async (id: string): Promise<TicketResponse> =>
      (await world().acme.admin.client.call(ticketsEndpoints.get, { params: { id } })).body,
    tickets: async (count: number, wish = {}) => {
      const made: TicketResponse[] = [];
      for (let index = 0; index < count; index++)
        made.push(await world().build.ticket(world().acme.employee, desk(), wish));
      return made;
    },
  };
}

export const idsOf = (made: TicketResponse[]): string[] => made.map(({ id }) => id);
