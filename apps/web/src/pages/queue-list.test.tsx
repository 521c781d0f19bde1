import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../test/support/fake-server';
import { asked, desk, ok, openQueue } from '../../test/support/open-queue';
import { queueView, ticketRow } from '../../test/support/tickets';
import { texts as bulk } from '../features/bulk-edits/bulk-edits.texts';
import { texts } from '../features/queue/queue.texts';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

const EDIT = '0190a000-0000-7000-8000-000000000888';

describe('several tickets', () => {
  const edit = (more: Partial<BulkEditResponse>): BulkEditResponse => ({
    id: EDIT,
    state: 'done',
    total: 3,
    done: 2,
    failed: 1,
    changes: { priority: 'urgent' },
    startedAt: '2026-11-20T10:00:00.000Z',
    finishedAt: '2026-11-20T10:00:01.000Z',
    undoUntil: '2026-11-21T10:00:00.000Z',
    problems: [{ ticketId: ticketRow(3).id, number: 'ACME-1003', code: 'ticket.is_final' }],
    ...more,
  });

  it('are chosen by keys, changed as one job, and put back', async () => {
    desk.special['POST /api/bulk-edits'] = () => ok(edit({}), 202);
    desk.special[`POST /api/bulk-edits/${EDIT}/undo`] = () =>
      ok(edit({ state: 'undone', done: 2, failed: 0, undoUntil: null, problems: [] }), 202);
    openQueue();
    await screen.findByText('Subject 1');
    screen.getByRole('link', { name: /Subject 1/ }).focus();
    await userEvent.keyboard('x');
    screen.getByRole('link', { name: /Subject 3/ }).focus();
    await userEvent.keyboard('X');
    await screen.findByText(bulk.selected(3));
    await userEvent.keyboard('p');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Urgent' }));
    await screen.findByText(bulk.progress.done(2, 3), { exact: false });
    expect(asked('POST', '/api/bulk-edits')[0]?.body).toEqual({
      selection: { ids: desk.rows.map(({ id }) => id) },
      changes: { priority: 'urgent' },
    });
    expect(screen.queryByText(bulk.selected(3))).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: bulk.why }));
    await screen.findByText(bulk.reasons['ticket.is_final']);
    await userEvent.click(screen.getAllByRole('button', { name: bulk.close }).at(-1) as HTMLElement);
    await userEvent.click(await screen.findByRole('button', { name: bulk.undo }));
    await screen.findByText(bulk.progress.undone(2, 3));
  });

  it('may be the whole view, loaded or not', async () => {
    desk.special['GET /api/tickets'] = () => ok({ items: desk.rows, nextCursor: 'more', total: null });
    desk.special['GET /api/queue/views'] = () => ok({ items: [queueView('open', { count: 12_431 })] });
    desk.special['POST /api/bulk-edits'] = () => refusal(409, 'bulk.too_many');
    openQueue();
    await userEvent.click(await screen.findByRole('checkbox', { name: texts.select.one('ACME-1002') }));
    await userEvent.click(await screen.findByRole('button', { name: bulk.selectAll(12_431) }));
    await screen.findByText(bulk.all(12_431));
    await userEvent.click(screen.getByRole('button', { name: bulk.fields.status }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Resolved' }));
    await screen.findByText(bulk.errors['bulk.too_many']);
    expect(asked('POST', '/api/bulk-edits')[0]?.body).toEqual({
      selection: { filters: { status: ['new', 'open', 'in_progress', 'waiting'] } },
      changes: { status: 'resolved' },
    });
    // Nothing was done, so the choice stays.
    expect(screen.getByText(bulk.all(12_431))).toBeTruthy();
  });
});
