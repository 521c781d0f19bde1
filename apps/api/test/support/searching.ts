import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import type { SearchResponse } from '@baton/contracts/search/search.response';
import type { Person } from './factories.js';
import { png } from './files.js';

/** What the person finds; that it is answered is expected. */
export async function search(person: Person, q: string, query: object = {}): Promise<SearchResponse> {
  const { status, body } = await person.client.call(searchEndpoints.search, { query: { q, ...query } });
  expect({ q, status }).toEqual({ q, status: 200 });
  return body;
}

export const subjects = ({ items }: SearchResponse) => items.map(({ ticket }) => ticket.subject).sort();

export const found = async (person: Person, q: string) => subjects(await search(person, q));

export async function attach(person: Person, ticketId: string, name: string, internal = false): Promise<void> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await png(20, 20))]), name);
  if (internal) form.append('internal', 'true');
  const { status } = await person.client.call(filesEndpoints.add, { params: { id: ticketId }, form });
  expect(status).toBe(201);
}
