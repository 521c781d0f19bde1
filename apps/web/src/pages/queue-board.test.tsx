import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/support/fake-server';
import { asked, desk, lists, ok, openQueue } from '../../test/support/open-queue';
import { ticketRow } from '../../test/support/tickets';
import { texts as board } from '../features/queue/board/board.texts';
import { texts as tickets } from '../features/tickets/tickets.texts';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

describe('the board', () => {
  const column = (name: string) => within(screen.getByRole('region', { name }));

  async function move(choice: string) {
    await screen.findByText('Subject 2');
    screen.getByRole('link', { name: 'Subject 2' }).focus();
    await userEvent.keyboard(' ');
    await userEvent.click(await screen.findByRole('menuitem', { name: choice }));
  }

  it('moves a card at once, along the legal moves only', async () => {
    desk.special[`POST /api/tickets/${ticketRow(2).id}/status`] = () => {
      desk.rows = desk.rows.map((row) =>
        row.id === ticketRow(2).id ? { ...row, status: 'waiting', version: 2 } : row,
      );
      return ok(desk.rows[1]);
    };
    openQueue('/queue?layout=board');
    await move(tickets.moves.waiting);
    await column('Waiting').findByText('Subject 2');
    expect(column('Open').queryByText('Subject 2')).toBeNull();
    await waitFor(() => expect(lists().some((params) => params.getAll('ids').length > 0)).toBe(true));
    expect(column('Waiting').getByText('Subject 2')).toBeTruthy();
    expect(asked('POST', `/api/tickets/${ticketRow(2).id}/status`)[0]?.body).toEqual({ status: 'waiting' });
  });

  it('takes a card back when the server refuses', async () => {
    desk.special[`POST /api/tickets/${ticketRow(2).id}/claim`] = () =>
      refusal(409, 'ticket.already_claimed', { by: { name: 'Dana' } });
    openQueue('/queue?layout=board');
    await move(tickets.moves.claim);
    await screen.findByText(tickets.failed.claimed('Dana'));
    await column('Open').findByText('Subject 2');
    expect(column('In progress').queryByText('Subject 2')).toBeNull();
  });

  it('goes from card to card by arrows', async () => {
    desk.rows = [ticketRow(1), ticketRow(2), ticketRow(3, { status: 'waiting' })];
    openQueue('/queue?layout=board');
    await screen.findByText('Subject 3');
    screen.getByRole('link', { name: 'Subject 1' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Subject 2');
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Subject 3');
  });

  it('counts each column', async () => {
    openQueue('/queue?layout=board');
    await column(board.resolvedToday).findByText('0');
    await column('Open').findByText('3');
  });
});
