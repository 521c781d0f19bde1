import { fireEvent, render } from '@testing-library/react';
import { RelativeTime } from './relative-time';

const AT = '2026-11-19T09:41:00.000Z';
const EXACT = /2026.*41/;
const timeOf = (props: { inList?: boolean }) =>
  render(<RelativeTime at={AT} {...props} />).container.querySelector('time') as HTMLElement;

it('says the exact time', () => {
  expect(timeOf({}).title).toMatch(EXACT);
});

it('says it in a list while somebody points at it', () => {
  const time = timeOf({ inList: true });
  expect(time.title).toBe('');
  fireEvent.pointerEnter(time);
  expect(time.title).toMatch(EXACT);
  fireEvent.pointerLeave(time);
  expect(time.title).toBe('');
});
