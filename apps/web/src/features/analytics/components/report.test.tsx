import type { BreakdownRowResponse, FigureResponse } from '@baton/contracts/analytics/analytics.response';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { texts } from '../analytics.texts';
import { Report } from './report';

const figure = (filter: string, value: number | null = 3): FigureResponse => ({ value, tickets: value ?? 0, filter });
const row = (key: string | null, name: string): BreakdownRowResponse => ({
  key,
  name,
  created: figure(`created=${key}`),
  resolved: figure(`resolved=${key}`),
  backlog: figure(`backlog=${key}`),
  firstResponse: figure(`response=${key}`, 720),
  resolution: figure(`resolution=${key}`, null),
});
const day = (index: number) => ({
  from: `2026-11-${index}T00:00:00.000Z`,
  to: `2026-11-${index + 1}T00:00:00.000Z`,
  created: figure(`day=${index}`),
  resolved: figure(`solved=${index}`),
  backlog: figure(`left=${index}`),
});

beforeEach(() =>
  render(
    <MemoryRouter>
      <Report
        days={2}
        report={{
          total: row('all', ''),
          before: { ...row('before', ''), firstResponse: figure('before', 900) },
          firstResponseP90: figure('p90', 2460),
          resolutionP90: figure('p90', null),
          days: [day(10), day(11)],
          byCategory: [row('vpn', 'IT › VPN'), row(null, '')],
          byPriority: [row('urgent', 'urgent')],
          byCoordinator: [row(null, '')],
        }}
      />
    </MemoryRouter>,
  ),
);

const hrefs = (part: HTMLElement) =>
  within(part)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));

test('every number of a breakdown opens its tickets', () => {
  const table = screen.getByRole('table', { name: texts.breakdowns.priority });
  expect(hrefs(table)).toEqual(['created', 'resolved', 'backlog', 'response'].map((name) => `/queue?${name}=urgent`));
  expect(within(table).getByText('Urgent')).toBeTruthy();
});

test('what has no category, and nobody, are named', () => {
  expect(screen.getByText(texts.withoutKey.category)).toBeTruthy();
  expect(screen.getByText(texts.withoutKey.coordinator)).toBeTruthy();
});

test('durations are compared in words', () => {
  const card = screen.getByRole('region', { name: texts.firstResponse });
  expect(within(card).getByText(texts.faster('3m 0s'))).toBeTruthy();
  expect(within(card).getByText('41m')).toBeTruthy();
});

test('the chart is also a table, the newest day first', async () => {
  await userEvent.click(screen.getByRole('button', { name: texts.showTable }));
  const table = screen.getByRole('table', { name: texts.tableLabel });
  expect(hrefs(table)).toEqual(
    [11, 10].flatMap((index) => ['day', 'solved', 'left'].map((n) => `/queue?${n}=${index}`)),
  );
});
