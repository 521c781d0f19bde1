import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addressNow, asked, desk, hear, lists, ok, openQueue, subjects } from '../../test/support/open-queue';
import { savedView, ticketRow } from '../../test/support/tickets';
import { texts as filters } from '../features/queue/filters.texts';
import { texts } from '../features/queue/queue.texts';
import { texts as views } from '../features/queue/views.texts';

jest.mock('../shared/realtime/use-socket', () => ({ useSocketEvent: () => undefined, useOnConnect: () => undefined }));

const VIP = '0190a000-0000-7000-8000-000000000777';

describe('views', () => {
  it('ask for what a saved view keeps, once it is known', async () => {
    desk.saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'] }, sort: '-priority', count: 3 })];
    openQueue(`/queue?view=view:${VIP}`);
    await screen.findByText('Subject 1');
    expect(lists().map(String)).toEqual(['limit=50&tag=vip&sort=-priority']);
    expect(asked('GET', '/api/tickets')).toHaveLength(1);
  });

  it('say that a view is gone', async () => {
    openQueue(`/queue?view=view:${VIP}`);
    await screen.findByText(texts.missing.title);
    expect(lists()).toHaveLength(0);
  });

  it('are saved with the filters, the order and a name', async () => {
    desk.special['POST /api/queue/views'] = ({ body }) => {
      desk.saved = [savedView(VIP, 'VIP', { ...(body as object), id: VIP, key: `view:${VIP}` } as never)];
      return ok(desk.saved[0], 201);
    };
    openQueue('/queue?tag=vip&sort=-priority');
    await screen.findByText('Subject 1');
    await userEvent.click(screen.getAllByRole('button', { name: views.create })[0] as HTMLElement);
    await userEvent.type(await screen.findByLabelText(views.form.name), 'VIP{Enter}');
    await screen.findByText(views.saved('VIP'));
    expect(asked('POST', '/api/queue/views')[0]?.body).toEqual({
      name: 'VIP',
      scope: 'personal',
      teamId: null,
      filters: { tag: ['vip'] },
      sort: '-priority',
      layout: 'table',
    });
    await waitFor(() => expect(addressNow()).toBe(`/queue?view=view%3A${VIP}`));
  });

  it('offer to keep what was changed, and to go back', async () => {
    desk.saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'], priority: ['urgent'] } })];
    desk.special[`PATCH /api/queue/views/${VIP}`] = ({ body }) => {
      desk.saved = desk.saved.map((view) => ({ ...view, ...(body as object) }));
      return ok(desk.saved[0]);
    };
    openQueue(`/queue?view=view:${VIP}`);
    await userEvent.click(await screen.findByRole('button', { name: filters.removeFilter(filters.chips.tag('vip')) }));
    expect(addressNow()).toBe(`/queue?view=view%3A${VIP}&tag=`);
    await userEvent.click(screen.getByRole('button', { name: views.discard }));
    expect(addressNow()).toBe(`/queue?view=view%3A${VIP}`);
    await userEvent.click(screen.getByRole('button', { name: filters.removeFilter(filters.chips.tag('vip')) }));
    await userEvent.click(screen.getByRole('button', { name: views.saveChanges }));
    await waitFor(() => expect(addressNow()).toBe(`/queue?view=view%3A${VIP}`));
    expect(asked('PATCH', `/api/queue/views/${VIP}`)[0]?.body).toEqual({
      filters: { priority: ['urgent'] },
      sort: null,
      layout: 'table',
    });
    expect(screen.queryByRole('button', { name: views.saveChanges })).toBeNull();
  });

  it('are deleted, and made again by the toast', async () => {
    desk.saved = [savedView(VIP, 'VIP', { filters: { tag: ['vip'] } })];
    desk.special[`DELETE /api/queue/views/${VIP}`] = () => {
      desk.saved = [];
      return { status: 204 };
    };
    desk.special['POST /api/queue/views'] = () => ok(savedView(VIP, 'VIP'), 201);
    openQueue();
    await userEvent.click(await screen.findByRole('button', { name: views.actions('VIP') }));
    await userEvent.click(await screen.findByRole('menuitem', { name: views.remove }));
    await screen.findByText(views.removed('VIP'));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked('POST', '/api/queue/views')).toHaveLength(1));
    expect(asked('POST', '/api/queue/views')[0]?.body).toMatchObject({ name: 'VIP', filters: { tag: ['vip'] } });
  });
});

describe('filters', () => {
  it('are chosen by keys alone, and stand in the address', async () => {
    openQueue();
    await screen.findByText('Subject 1');
    await userEvent.keyboard('f');
    await screen.findByRole('menuitem', { name: filters.fields.status });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await userEvent.click(await screen.findByRole('checkbox', { name: filters.meChoice }));
    await waitFor(() => expect(addressNow()).toBe('/queue?view=open&assignee=me'));
    await waitFor(() => expect(lists().at(-1)?.get('assignee')).toBe('me'));
  });
});

describe('changes by others', () => {
  it('come in row by row, and nothing moves', async () => {
    openQueue();
    await screen.findByText('Subject 1');
    const before = lists().length;
    desk.rows = [
      ticketRow(9, { updatedAt: '2026-11-20T11:00:00.000Z' }),
      ticketRow(1, { status: 'closed', version: 2 }),
      ticketRow(3, { subject: 'Subject 33', version: 2, updatedAt: '2026-11-20T11:01:00.000Z' }),
      ticketRow(2),
    ];
    // Somebody is at the list, so it waits for them.
    screen.getByRole('link', { name: /Subject 2/ }).focus();
    await hear(ticketRow(9), ticketRow(1), ticketRow(3));
    await waitFor(() => expect(subjects()).toEqual(['Subject 2', 'Subject 33']));
    expect(lists().slice(before)).toHaveLength(1);
    await userEvent.click(await screen.findByRole('button', { name: texts.arrived(1) }));
    await waitFor(() => expect(subjects()).toEqual(['Subject 9', 'Subject 33', 'Subject 2']));
  });

  it('show themselves when nobody is reading', async () => {
    openQueue();
    await screen.findByText('Subject 1');
    desk.rows = [ticketRow(9, { updatedAt: '2026-11-20T11:00:00.000Z' }), ...desk.rows];
    await hear(ticketRow(9));
    await screen.findByText('Subject 9');
    expect(screen.queryByRole('button', { name: texts.arrived(1) })).toBeNull();
  });
});
