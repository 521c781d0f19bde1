import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { firstOpen, fold, lastSeqOf, placeOf, withNewer, withOlder } from './timeline';

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

describe('a pushed entry', () => {
  it('is the next one when its number follows', () => expect(placeOf(timeline(1, 3), entry(4))).toBe('next'));
  it('is known when it comes twice', () => expect(placeOf(timeline(1, 3), entry(3))).toBe('known'));
  it('is known when it is older', () => expect(placeOf(timeline(5, 9, true), entry(2))).toBe('known'));
  it('tells of a hole when something is missing', () => expect(placeOf(timeline(1, 3), entry(5))).toBe('hole'));
  it('opens an empty timeline', () => expect(placeOf({ items: [], hasOlder: false }, entry(1))).toBe('next'));
});

describe('catching up', () => {
  it('fills a hole and drops what is there twice, in order', () => {
    const caught = withNewer(timeline(1, 3), [entry(5), entry(3), entry(4)]);
    expect(caught.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(lastSeqOf(caught)).toBe(5);
  });

  it('changes nothing when nothing was missed', () => {
    const held = timeline(1, 3);
    expect(withNewer(held, [])).toBe(held);
  });

  it('puts the page before in front', () => {
    const older = withOlder(timeline(4, 5, true), { items: [entry(2), entry(3)], lastSeq: 5, hasMore: true });
    expect(older.items.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(older.hasOlder).toBe(true);
  });
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
