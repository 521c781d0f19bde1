import { decideMerge, type MergeFacts } from './merge-policy.js';

const ticket = (id: string, more: Partial<MergeFacts> = {}): MergeFacts => ({
  id,
  status: 'open',
  mergedIntoId: null,
  ...more,
});

describe('merging', () => {
  it.each(['new', 'open', 'in_progress', 'waiting', 'resolved', 'closed', 'withdrawn'] as const)(
    'takes a ticket that is %s',
    (status) => expect(decideMerge(ticket('a', { status }), ticket('b'), []).allowed).toBe(true),
  );

  it.each([
    ['a ticket into itself', ticket('a'), ticket('a'), [], 'ticket.same_ticket'],
    ['one merged already', ticket('a', { mergedIntoId: 'c' }), ticket('b'), [], 'ticket.already_merged'],
    ['into what was merged into it', ticket('a'), ticket('b', { status: 'closed' }), ['c', 'a'], 'ticket.merge_cycle'],
    ['into a closed one', ticket('a'), ticket('b', { status: 'closed' }), [], 'ticket.merge_target_final'],
    ['into a withdrawn one', ticket('a'), ticket('b', { status: 'withdrawn' }), [], 'ticket.merge_target_final'],
  ])('refuses %s', (_title, source, target, chain, code) => {
    expect(decideMerge(source, target, chain)).toMatchObject({ allowed: false, code });
  });
});
