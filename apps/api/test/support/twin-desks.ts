import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Person } from './factories.js';
import { pdf } from './files.js';
import type { Organization, World } from './world.js';

/** Who reads, in both organizations. */
export const READERS = ['admin', 'coordinator', 'insider', 'employee', 'stranger'] as const;
export type Reader = (typeof READERS)[number];

/** One organization's copy of the same tickets. */
export interface Desk {
  home: Organization;
  ticketIds: string[];
}

const REQUESTERS: Reader[] = ['employee', 'stranger', 'coordinator', 'employee', 'stranger'];

/** The same tickets in both organizations: everything is done to the first and almost nothing to the second. */
export async function openDesks(world: World): Promise<[Desk, Desk]> {
  const open = async (home: Organization): Promise<Desk> => {
    const ticketIds: string[] = [];
    for (const requester of REQUESTERS)
      ticketIds.push((await world.build.ticket(home[requester], home.admin, { subject: 'A subject' })).id);
    return { home, ticketIds };
  };
  return [await open(world.acme), await open(world.globex)];
}

export const requesterOf = (index: number): Reader => REQUESTERS[index] as Reader;

export interface Said {
  by: Reader;
  /** Of the ticket written to. */
  index: number;
  text: string;
  internal: boolean;
  withFile: boolean;
}

/** @throws when it is refused */
export async function say({ home, ticketIds }: Desk, { by, index, text, internal, withFile }: Said): Promise<string> {
  const form = new FormData();
  form.append('body', text);
  form.append('internal', String(internal));
  if (withFile) form.append('files', new Blob([new Uint8Array(pdf())]), `${text}.pdf`);
  const params = { id: ticketIds[index] as string };
  const answer = await home[by].client.call(conversationEndpoints.send, { params, form });
  if (answer.status !== 201) throw new Error(`${text} was refused: ${JSON.stringify(answer.error)}`);
  return answer.body.id;
}

/** Ids of one organization by what they are called in both. */
function names({ home, ticketIds }: Desk): Map<string, string> {
  const people = READERS.map((reader): [string, string] => [home[reader].id, reader]);
  const tickets = ticketIds.map((id, index): [string, string] => [id, `ticket ${index}`]);
  const rest: [string, string][] = [
    [home.teamId, 'team'],
    [home.restrictedTeamId, 'restricted team'],
    [home.categoryId, 'category'],
  ];
  return new Map([...people, ...tickets, ...rest]);
}

interface Conversation {
  status: number;
  messages: string[];
  isGapFree: boolean;
}

/** What a timeline says to a reader, messages alone: in which words, by whom, with which files. */
async function conversation(reader: Person, id: string, name: (id: string) => string): Promise<Conversation> {
  const params = { id };
  const { status, body } = await reader.client.call(conversationEndpoints.timeline, { params });
  if (status !== 200) return { status, messages: [], isGapFree: true };
  const told = body.items.flatMap(({ message }) => message ?? []);
  const { body: list } = await reader.client.call(conversationEndpoints.list, { params });
  if (JSON.stringify(list.items) !== JSON.stringify(told)) throw new Error('The two ways to read differ');
  const messages = told.map(
    ({ text, internal, author, attachments }) =>
      `${internal ? 'note' : 'reply'} ${text} by ${name(author.id)} with ${attachments.map((file) => file.name)}`,
  );
  return { status, messages, isGapFree: body.items.every(({ seq }, index) => seq === index + 1) };
}

/** All that is to be the same in the end, without what differs for two organizations anyway. */
export async function picture(desk: Desk) {
  const known = names(desk);
  const name = (id: string | null) => (id === null ? null : (known.get(id) ?? 'somebody else'));
  const called = (links: { id: string }[]) => links.flatMap(({ id }) => known.get(id) ?? []).sort();
  const tickets: object[] = [];
  for (const id of desk.ticketIds) {
    const { admin } = desk.home;
    const { body: ticket } = await admin.client.call(ticketsEndpoints.get, { params: { id } });
    const { body } = await admin.client.call(conversationEndpoints.list, { params: { id } });
    const readers: Record<string, Conversation> = {};
    for (const reader of READERS)
      readers[reader] = await conversation(desk.home[reader], id, (each) => `${name(each)}`);
    tickets.push({
      ...fieldsOf(ticket, name),
      links: linksOf(ticket, called),
      readers,
      ...repliesOf(ticket, body.items),
    });
  }
  return tickets;
}

const fieldsOf = (ticket: TicketResponse, name: (id: string | null) => string | null) => ({
  ticket: name(ticket.id),
  status: ticket.status,
  priority: ticket.priority,
  assignee: name(ticket.assigneeId),
  team: name(ticket.teamId),
  category: name(ticket.categoryId),
  tags: [...ticket.tags].sort(),
  isResolved: ticket.resolvedAt !== null,
  isClosed: ticket.closedAt !== null,
  watchers: ticket.watchers.map(({ id }) => name(id)),
});

const linksOf = (ticket: TicketResponse, called: (links: { id: string }[]) => string[]) => ({
  parent: called(ticket.parent ? [ticket.parent] : []),
  children: called(ticket.children),
  related: called(ticket.related),
  mergedInto: ticket.mergedInto !== null,
  mergedFrom: ticket.mergedFrom.length,
});

/** Which replies count as the last and as the first response: by their words, as their moments differ. */
function repliesOf(ticket: TicketResponse, messages: { text: string; createdAt: string }[]) {
  const at = (instant: string | null) =>
    instant === null ? null : (messages.find(({ createdAt }) => createdAt === instant)?.text ?? 'a reply elsewhere');
  return { lastReply: at(ticket.lastReplyAt), firstResponse: at(ticket.firstRespondedAt) };
}
