import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { firstOpen, fold } from './timeline';

const entry = (seq: number, fields: Partial<TimelineEntryResponse> = {}): TimelineEntryResponse => ({
  id: `entry-${seq}`,
  ticketId: 'ticket',
  seq,
  kind: 'reply',
  type: 'message.sent',
  actor: null,
  at: `2026-11-20T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  message: null,
  data: {},
  ...fields,
});
const timeline = (from: number, to: number, hasOlder = false) => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => entry(from + index)),
  hasOlder,
});

describe('the fold', () => {
  it('stays away from a short conversation', () => {
    const held = timeline(1, 8);
    expect(fold(held, firstOpen(held))).toMatchObject({ count: 0 });
    expect(fold(held, firstOpen(held)).shown).toHaveLength(8);
  });

  it('hides what is old, and what is not held yet counts by its numbers', () => {
    const held = timeline(31, 80, true);
    const folded = fold(held, firstOpen(held));
    expect(folded.shown).toHaveLength(12);
    expect(folded.count).toBe(68);
    expect(folded.until).toBe(held.items.at(-13)?.at);
  });

  it('opens altogether', () => expect(fold(timeline(1, 30), 0)).toMatchObject({ count: 0 }));

  it('leaves out what the head of the ticket says already', () => {
    const opened = entry(1, { kind: 'system', type: 'ticket.created' });
    const claimed = entry(2, { kind: 'system', type: 'ticket.status_changed', data: { because: 'claimed' } });
    const held = { items: [opened, claimed, entry(3)], hasOlder: false };
    expect(fold(held, 0).shown.map(({ seq }) => seq)).toEqual([3]);
  });
});
