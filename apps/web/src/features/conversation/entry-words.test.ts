import type { TimelineData, TimelineType } from '@baton/contracts/conversation/timeline-data';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import { entryWords, piecesOf } from './entry-words';

const dana: PersonResponse = { id: 'dana', name: 'Dana Haddad', role: 'coordinator', avatarUrl: null };
const at = '2026-11-19T10:40:00.000Z';
const yuki = { id: 'yuki', name: 'Yuki Tanaka' };

const promise: TimelineData['sla.breached'] = {
  metric: 'next_response',
  cycle: 1,
  policy: 'Standard',
  targetMinutes: 30,
  dueAt: '2026-11-19T10:48:00.000Z',
  notify: [],
};
const target = (targetMinutes: number, dueAt: string | null = null) => ({ policy: 'Standard', targetMinutes, dueAt });

const plain = <T extends TimelineType>(type: T, data: TimelineData[T], actor: PersonResponse | null = dana) =>
  piecesOf(entryWords({ type, data: data as Record<string, unknown>, actor, at }))
    .map(({ text }) => text)
    .join('');

it('names the fields an organization has made', () => {
  const entry = {
    type: 'ticket.edited',
    data: { fields: { 'customFields.1': { from: null, to: 'Osaka' } } },
    actor: dana,
    at,
  };
  const said = (names?: Map<string, string>) =>
    piecesOf(entryWords(entry, names))
      .map(({ text }) => text)
      .join('');
  expect(said(new Map([['1', 'Site']]))).toBe('Dana set the Site to Osaka');
  expect(said()).toContain('a field');
});

describe('what a system entry says', () => {
  const cases: [string, string][] = [
    [plain('ticket.created', {}), 'Dana opened this ticket'],
    [plain('ticket.created', { onBehalfOf: yuki }), 'Dana opened this for Yuki Tanaka'],
    [plain('ticket.created', { followUpOf: { id: '1', number: 'ACME-7' } }), 'Continues ACME-7'],
    [plain('ticket.status_changed', { from: 'open', to: 'waiting' }), 'Dana set Waiting'],
    [
      plain('ticket.status_changed', { from: 'open', to: 'resolved', reason: 'new cable' }),
      'Dana set Resolved: new cable',
    ],
    [
      plain('ticket.status_changed', { from: 'waiting', to: 'in_progress', because: 'requester_replied' }),
      'Back to In progress, requester replied',
    ],
    [
      plain('ticket.status_changed', { from: 'resolved', to: 'closed', because: 'reopen_window_over' }, null),
      'Set Closed, the time to reopen is over',
    ],
    [plain('ticket.assigned', { from: null, to: yuki }), 'Assigned to Yuki Tanaka by Dana'],
    [plain('ticket.assigned', { from: null, to: yuki }, null), 'Assigned to Yuki Tanaka'],
    [plain('ticket.assigned', { from: null, to: dana, claimed: true }), 'Dana Haddad claimed this'],
    [plain('ticket.assigned', { from: yuki, to: dana }), 'Dana Haddad took this over from Yuki Tanaka'],
    [plain('ticket.assigned', { from: yuki, to: null }), 'Dana returned this to the pool, Yuki Tanaka had it'],
    [plain('ticket.team_changed', { from: null, to: { id: 't', name: 'IT' } }), 'Dana moved this to IT'],
    [plain('ticket.team_changed', { from: { id: 't', name: 'IT' }, to: null }), 'Dana took this out of its team'],
    [
      plain('ticket.edited', {
        fields: {
          subject: { from: 'a', to: 'b' },
          priority: { from: 'low', to: 'high' },
          tags: { from: ['x'], to: [] },
        },
      }),
      'Dana set the subject to b, set the priority to High, removed the tags',
    ],
    [
      plain('ticket.edited', { fields: { category: { from: null, to: { id: 'c', name: 'IT › VPN' } } } }),
      'Dana set the category to IT › VPN',
    ],
    [plain('ticket.edited', { fields: { description: { from: 'a', to: 'b' } } }), 'Dana changed the description'],
    [plain('ticket.watcher_added', { who: yuki }), 'Dana let Yuki Tanaka watch this'],
    [plain('ticket.watcher_added', { who: dana }), 'Dana Haddad watches this'],
    [plain('ticket.watcher_removed', { who: dana }), 'Dana Haddad no longer watches this'],
    [plain('ticket.watcher_removed', { who: yuki }), 'Dana took Yuki Tanaka off the watchers'],
    [plain('ticket.followed_up', { followUp: { id: '1', number: 'ACME-9' } }), 'Continued in ACME-9'],
    [
      plain('ticket.unlinked', { kind: 'related', other: { id: '1', number: 'ACME-9' } }),
      'Dana removed the link to ACME-9',
    ],
    [plain('ticket.unlinked', { kind: 'related', other: null }), 'Dana removed the link to another ticket'],
    [plain('ticket.split', { to: null, messageId: '1' }), 'Dana made a ticket from a message'],
    [plain('ticket.unsplit', { to: null }), 'Dana took a ticket made from a message back'],
    [plain('sla.warning', { ...promise, percent: 75 }, null), 'Next response due 10:48, 75% used'],
    [plain('sla.breached', promise, null), 'Next response overdue, was due 10:48'],
    [
      plain('sla.target_changed', { ...promise, from: target(480), to: target(240, '2026-11-20T09:00:00.000Z') }, null),
      'Next response target changed from 8h to 4h, due Fri 09:00',
    ],
    [
      plain('sla.target_changed', { ...promise, from: null, to: target(30) }, null),
      'Next response promised within 30m',
    ],
    [
      plain('sla.target_changed', { ...promise, from: target(30), to: null }, null),
      'Next response is no longer promised',
    ],
  ];
  it.each(cases)('%s', (said, expected) => expect(said).toBe(expected));

  it('names a type it does not know', () => {
    expect(entryWords({ type: 'ticket.beamed_up', data: {}, actor: dana, at })).toBe('ticket beamed up');
  });

  it('emphasizes values, whatever characters they contain', () => {
    const sentence = entryWords({
      type: 'ticket.assigned',
      data: { from: null, to: { id: 'x', name: '*Ana* <b>' }, claimed: true },
      actor: dana,
      at,
    });
    expect(piecesOf(sentence)).toEqual([
      { text: '*Ana* <b>', strong: true },
      { text: ' claimed this', strong: false },
    ]);
  });
});
