import { PERMISSIONS, type Role } from '../permissions/roles.js';
import type { TicketStatus } from '../tickets/ticket-status.js';
import { decideEditMessage, decideRedactMessage, messageCapabilities } from './message-policy.js';

const asker = (userId: string, role: Role) => ({ userId, permissions: PERMISSIONS[role] });
const message = (ticketStatus: TicketStatus = 'open', redacted = false) => ({
  authorId: 'author',
  redacted,
  ticketStatus,
});
const author = asker('author', 'employee');

it('only its author edits a message, until its ticket has ended', () => {
  expect(decideEditMessage(author, message()).allowed).toBe(true);
  expect(decideEditMessage(author, message('resolved')).allowed).toBe(true);
  expect(decideEditMessage(author, message('closed'))).toMatchObject({ code: 'ticket.is_final' });
  for (const role of ['coordinator', 'admin'] as const)
    expect(decideEditMessage(asker('other', role), message())).toMatchObject({ code: 'access.forbidden' });
});

it('its author or an admin redacts it, at any time', () => {
  expect(decideRedactMessage(author, message('withdrawn')).allowed).toBe(true);
  expect(decideRedactMessage(asker('other', 'admin'), message('closed')).allowed).toBe(true);
  expect(decideRedactMessage(asker('other', 'coordinator'), message())).toMatchObject({ code: 'access.forbidden' });
});

it('a redacted message is neither edited nor redacted', () => {
  expect(messageCapabilities(author, message('open', true))).toEqual({ edit: false, redact: false });
  expect(decideRedactMessage(author, message('open', true))).toMatchObject({ code: 'message.is_redacted' });
});
