import type { TicketSlaResponse } from '@baton/contracts/tickets/ticket-sla.response';
import { act, fireEvent, render } from '@testing-library/react';
import { SlaChip, slaWords } from './sla-chip';

const now = Date.parse('2026-11-19T09:41:00.000Z');
const sla = (minutes: number | null, more: Partial<TicketSlaResponse> = {}): TicketSlaResponse => ({
  metric: 'next_response',
  dueAt: minutes === null ? null : new Date(now + minutes * 60_000).toISOString(),
  state: 'running',
  warned: false,
  startedAt: '2026-11-19T09:00:00.000Z',
  targetMinutes: 60,
  ...more,
});

it.each([
  [sla(0.5), 'under 1m'],
  [sla(6.7), '6m'],
  [sla(100), '1h 40m'],
  [sla(26 * 60), '1d 2h'],
  [sla(-12.5), '12m over'],
  [sla(-0.5), 'Overdue'],
  [sla(-12.5, { state: 'overdue' }), '12m over'],
  // The server's clock is ahead of this one: it is believed.
  [sla(30, { state: 'overdue' }), 'Overdue'],
  [sla(null, { state: 'paused' }), 'Paused'],
])('%p says %p', (given, said) => expect(slaWords(given, now)).toBe(said));

it('counts down by itself and says when it is over', () => {
  jest.useFakeTimers({ now });
  const { container } = render(<SlaChip sla={sla(2)} />);
  const chip = container.firstElementChild as HTMLElement;
  expect(chip.textContent).toBe('Next response due in 2m');
  act(() => jest.advanceTimersByTime(61_000));
  expect(chip.textContent).toBe('Next response due in under 1m');
  act(() => jest.advanceTimersByTime(3 * 60_000));
  expect(chip.textContent).toBe('Next response: 2m over');
  expect(chip.dataset.look).toBe('over');
  jest.useRealTimers();
});

it('tells those who point at it the exact moment', () => {
  const { container } = render(<SlaChip sla={sla(2)} />);
  const chip = container.firstElementChild as HTMLElement;
  fireEvent.pointerEnter(chip);
  expect(chip.title).toMatch(/^Next response due/);
});
