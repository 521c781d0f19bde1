import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as mockReact from 'react';
import { addressNow, openQueue } from '../../test/support/open-queue';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

/** What would tell the server or other people that somebody is here: tickets that came into sight, and left it. */
const mockSeen: string[] = [];
const mockHeld = new Set<string>();

jest.mock('./ticket-view', () => ({
  isTicketHeld: (_client: unknown, { number }: { number: string }) => mockHeld.has(number),
  TicketView: ({ ticketRef, arrival }: { ticketRef: string; arrival: { write?: boolean } | null }) => {
    mockReact.useEffect(() => {
      mockSeen.push(`+${ticketRef}`);
      return () => void mockSeen.push(`-${ticketRef}`);
    }, [ticketRef]);
    return <article>{`${ticketRef} ${arrival === null ? 'nobody came' : 'somebody came'}`}</article>;
  },
}));

beforeEach(() => {
  mockSeen.length = 0;
  mockHeld.clear();
});

const row = (last: number) => screen.findByRole('link', { name: new RegExp(`Subject ${last}`) });
const drawn = () => screen.queryAllByRole('article').map(({ textContent }) => textContent?.split(' ')[0]);
const hidden = (text: string) => screen.getByText(new RegExp(text)).style.display === 'none';

it('draws a ticket that is pointed at where nobody sees it, and only shows it when it is opened', async () => {
  mockHeld.add('ACME-1002');
  openQueue();
  await userEvent.hover(await row(2));
  await waitFor(() => expect(drawn()).toEqual(['ACME-1002']));
  const ahead = screen.getByRole('article');
  expect(hidden('ACME-1002')).toBe(true);
  expect(mockSeen).toEqual([]);
  await userEvent.click(await row(2));
  expect(addressNow()).toMatch(/^\/queue\/ACME-1002/);
  expect(screen.getByRole('article')).toBe(ahead);
  expect(hidden('ACME-1002')).toBe(false);
  expect(mockSeen).toEqual(['+ACME-1002']);
});

it('leaves the open ticket alone meanwhile, and keeps it for whoever comes back', async () => {
  for (const number of ['ACME-1001', 'ACME-1002']) mockHeld.add(number);
  openQueue('/queue/ACME-1001');
  await userEvent.hover(await row(2));
  await waitFor(() => expect(drawn()).toEqual(['ACME-1001', 'ACME-1002']));
  expect(mockSeen).toEqual(['+ACME-1001']);
  await userEvent.click(await row(2));
  expect([hidden('ACME-1001'), hidden('ACME-1002')]).toEqual([true, false]);
  expect(mockSeen).toEqual(['+ACME-1001', '-ACME-1001', '+ACME-1002']);
});

it('draws nothing that would have to be asked for', async () => {
  openQueue();
  await userEvent.hover(await row(2));
  await userEvent.pointer({ keys: '[MouseLeft>]', target: await row(3) });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(drawn()).toEqual([]);
});
