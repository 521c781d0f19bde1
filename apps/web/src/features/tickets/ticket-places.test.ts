import { opened, type TicketPlaces, waiting } from './ticket-places';

const empty: TicketPlaces = { refs: [undefined, undefined], front: 0 };
const inFront = ({ refs, front }: TicketPlaces) => refs[front];
const behind = ({ refs, front }: TicketPlaces) => refs[front === 0 ? 1 : 0];

it('shows what waits without moving it', () => {
  const before = waiting(opened(empty, 'A'), 'B');
  const after = opened(before, 'B');
  expect(after.refs).toBe(before.refs);
  expect([inFront(after), behind(after)]).toEqual(['B', 'A']);
});

it('puts what nobody foresaw in place of the one in front', () => {
  const places = opened(waiting(opened(empty, 'A'), 'B'), 'C');
  expect([inFront(places), behind(places)]).toEqual(['C', 'B']);
});

it('lets only the last one wait that somebody pointed at, and never the one in front', () => {
  const places = waiting(waiting(opened(empty, 'A'), 'B'), 'C');
  expect([inFront(places), behind(places)]).toEqual(['A', 'C']);
  expect(waiting(places, 'A')).toBe(places);
  expect(waiting(places, 'C')).toBe(places);
});

it('stays the same while the same ticket is open', () => {
  const places = opened(empty, 'A');
  expect(opened(places, 'A')).toBe(places);
});
