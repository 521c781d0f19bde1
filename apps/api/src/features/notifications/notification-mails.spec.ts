import { STATUSES } from '@baton/domain/tickets/ticket-status';
import { parse } from 'parse5';
import { type MailKey, type MailParams, renderMail } from './notifications.templates.js';

const HOSTILE = `<script>alert(1)</script>"'\r\nBcc: eve@evil.test`;
const AT = new Date('2026-03-12T13:00:00Z');

/** Every template with the same value wherever a person can put one. */
function everyMail(value: string): { [Key in MailKey]: MailParams[Key] } {
  const reader = { organizationName: value, recipientName: value, baseUrl: 'https://baton.test', timeZone: 'UTC' };
  const ticket = { ...reader, number: 'ACME-1042', subject: value, ticketId: 'id' };
  const url = 'https://baton.test/reset-password?token=abc&x=1';
  return {
    'registration.pending': reader,
    'registration.exists': reader,
    'registration.waiting': { ...reader, name: value, email: value, userId: value },
    'registration.approved': reader,
    'registration.rejected': { ...reader, reason: value },
    invitation: { ...reader, invitedBy: value, role: 'coordinator', url, expiresAt: AT },
    'password.reset': { ...reader, url, expiresAt: AT },
    'password.changed': { ...reader, at: AT, ip: value },
    'ticket.received': ticket,
    'ticket.assigned_to_you': { ...ticket, by: value },
    'ticket.nobody_found': { ...ticket, team: value, reason: 'nobody_skilled' },
    'ticket.mentioned': { ...ticket, by: value },
    'ticket.with_person': { ...ticket, assignee: value },
    'ticket.replied': { ...ticket, author: value, bodyHtml: '<p>Hi <em>there</em></p>', bodyText: 'Hi there' },
    'ticket.status_changed': { ...ticket, from: 'open', to: 'waiting', actor: value, reason: value },
    'ticket.followed_up': { ...ticket, followUpNumber: 'ACME-1100' },
    'ticket.merged': { ...ticket, intoNumber: 'ACME-1100' },
    'ticket.due_soon': { ...ticket, metric: 'first_response', dueAt: AT, policy: value },
    'ticket.overdue': { ...ticket, metric: 'resolution', dueAt: AT, policy: value },
  };
}

const keys = Object.keys(everyMail('')) as MailKey[];
const render = <Key extends MailKey>(key: Key, value: string) => renderMail(key, everyMail(value)[key]);

describe.each(keys)('%s', (key) => {
  it('reads well in both parts', () => {
    const mail = render(key, 'Mateo');
    expect(mail.subject).toMatch(/^\S.{5,}\S$/);
    expect(mail.text).toContain('Hello Mateo,');
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).not.toMatch(/undefined|null|\[object|NaN/);
    expect(mail.text).not.toMatch(/!|\bsorry\b/i);
    expect(mail.text).not.toMatch(/has been updated/);
    const errors: string[] = [];
    parse(mail.html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  it('escapes what people put in, and keeps it out of the headers', () => {
    const mail = render(key, HOSTILE);
    expect(mail.html).not.toContain('<script');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no control character belongs in a subject
    expect(mail.subject).not.toMatch(/[\x00-\x1f\x7f]/);
    for (const [, href] of mail.html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/baton\.test\//);
  });
});

describe('ticket mails', () => {
  const ticket = everyMail('Mateo')['ticket.received'];

  it('lead to the ticket', () => {
    const elsewhere = ['ticket.followed_up', 'ticket.merged'] as const;
    for (const key of keys.filter((name) => name.startsWith('ticket.') && !elsewhere.some((other) => other === name)))
      expect(render(key, 'x').text).toContain('\nhttps://baton.test/tickets/ACME-1042\n');
    for (const key of elsewhere) expect(render(key, 'x').text).toContain('\nhttps://baton.test/tickets/ACME-1100\n');
  });

  it('carry the reply as it was written', () => {
    const mail = render('ticket.replied', 'Mateo');
    expect(mail.subject).toBe('Mateo replied to ACME-1042: Mateo');
    expect(mail.html).toContain('<p>Hi <em>there</em></p>');
    expect(mail.text).toContain('Mateo:\n> Hi there');
  });

  it('have words of their own for each move', () => {
    const moves = [
      ...STATUSES.map((to) => ({ from: 'in_progress' as const, to })),
      { from: 'resolved' as const, to: 'open' as const },
      { from: 'waiting' as const, to: 'open' as const },
    ];
    const headings = moves.map(
      (move) => renderMail('ticket.status_changed', { ...ticket, ...move, actor: 'Dana' }).text.split('\n')[0],
    );
    expect(new Set(headings).size).toBe(moves.length);
    expect(headings).toContain('Dana reopened ACME-1042');
  });

  it('say when nobody did it', () => {
    const mail = renderMail('ticket.status_changed', { ...ticket, from: 'resolved', to: 'closed', actor: '' });
    expect(mail.subject).toBe('ACME-1042 closed by itself: Mateo');
  });
});

it('tells the time of the reader', () => {
  const params = { ...everyMail('Mateo')['password.reset'], timeZone: 'Asia/Kathmandu' };
  expect(renderMail('password.reset', params).text).toContain('12 March 2026 at 18:45 GMT+5:45');
});

it('does not compile with what another template needs', () => {
  const { reason: _reason, ...incomplete } = everyMail('x')['registration.rejected'];
  // @ts-expect-error: a rejection gives its reason
  expect(() => renderMail('registration.rejected', incomplete)).not.toThrow();
});
