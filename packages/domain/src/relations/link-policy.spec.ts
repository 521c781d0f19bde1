import { decideParent, type ParentFacts } from './link-policy.js';

const facts = (more: Partial<ParentFacts> = {}): ParentFacts => ({
  childId: 'child',
  parentId: 'parent',
  currentParentId: null,
  ancestorIds: [],
  levelsBelow: 0,
  ...more,
});

describe('a parent', () => {
  it.each([
    ['of a lone ticket', facts()],
    ['that makes five levels from above', facts({ ancestorIds: ['a', 'b', 'c'] })],
    ['that makes five levels from below', facts({ ancestorIds: ['a'], levelsBelow: 2 })],
  ])('is taken %s', (_title, given) => expect(decideParent(given).allowed).toBe(true));

  it.each([
    ['itself', facts({ parentId: 'child' }), 'ticket.same_ticket'],
    ['a second one', facts({ currentParentId: 'other' }), 'ticket.has_parent'],
    ['a ticket below it', facts({ ancestorIds: ['a', 'child'] }), 'ticket.link_cycle'],
    ['too far down', facts({ ancestorIds: ['a', 'b', 'c'], levelsBelow: 1 }), 'ticket.link_too_deep'],
  ])('is refused: %s', (_title, given, code) => {
    expect(decideParent(given)).toMatchObject({ allowed: false, code });
  });
});
