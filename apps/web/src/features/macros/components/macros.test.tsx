import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer, type SeenRequest } from '../../../../test/support/fake-server';
import { yuki } from '../../../../test/support/people';
import { createQueryClient } from '../../../shared/api/query-client';
import { startSession } from '../../../shared/api/session-store';
import { ToastProvider } from '../../../shared/ui/toast';
import { MacroPicker } from './macro-picker';
import { MacrosView } from './macros-view';

// The real editor needs a layout that jsdom has not.
jest.mock('../../../shared/ui/rich-text-editor', () => ({
  RichTextEditor: ({
    id,
    initialHtml,
    onChange,
  }: {
    id: string;
    initialHtml: string;
    onChange: (html: string) => void;
  }) => <textarea id={id} defaultValue={initialHtml} onChange={(event) => onChange(event.target.value)} />,
}));

const macro = (id: string, name: string, fields: Partial<MacroResponse> = {}): MacroResponse => ({
  id,
  name,
  scope: 'everyone',
  teamId: null,
  body: `<p>${name} for {{requester.firstName}}</p>`,
  internal: false,
  actions: {},
  updatedAt: '2026-11-20T10:00:00.000Z',
  can: { edit: true },
  ...fields,
});

let kept: MacroResponse[];
let seen: SeenRequest[];
const written = () => seen.filter(({ method }) => method !== 'GET');

beforeEach(() => {
  kept = [
    macro('1', 'Ask for the batch', { actions: { status: 'waiting' } }),
    macro('2', 'Greeting', { can: { edit: false } }),
  ];
  seen = fakeServer(({ method, url, body }) => {
    const id = url.split('/').at(-2);
    if (url.endsWith('/preview'))
      return {
        status: 200,
        body: { body: `<p>Filled ${id}</p>`, internal: false, changes: kept.find((each) => each.id === id)?.actions },
      };
    if (method === 'DELETE') kept = kept.filter((each) => !url.endsWith(`/${each.id}`));
    if (method === 'GET') return { status: 200, body: { items: kept } };
    return method === 'DELETE' ? { status: 204 } : { status: 201, body: macro('3', (body as MacroResponse).name) };
  });
});

function open(role: 'coordinator' | 'admin', children: ReactNode) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role } });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>{children}</MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup({ pointerEventsCheck: 0 });
}

describe('the picker', () => {
  it('finds by name, shows what it becomes, and inserts it, by keys alone', async () => {
    const onUse = jest.fn();
    const anchor = document.body.appendChild(document.createElement('button'));
    const user = open(
      'coordinator',
      <MacroPicker ticketId="ticket" anchor={anchor} onUse={onUse} onClose={jest.fn()} />,
    );
    expect(await screen.findByText('Filled 1')).toBeTruthy();
    expect(screen.getByText('Waiting')).toBeTruthy();
    await user.type(screen.getByRole('combobox', { name: 'Find a macro' }), '{ArrowDown}');
    expect(await screen.findByText('Filled 2')).toBeTruthy();
    await user.type(screen.getByRole('combobox', { name: 'Find a macro' }), 'batch');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Ask for the batch']);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onUse).toHaveBeenCalledWith(expect.objectContaining({ body: '<p>Filled 1</p>' })));
  });
});

describe('the page', () => {
  const choices = { people: [], teams: [{ id: 'it', name: 'IT Support' }], categories: [] };

  it('lists what each says and sets, and lets only its keeper change it', async () => {
    open('coordinator', <MacrosView choices={choices} />);
    const rows = await screen.findAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('Ask for the batch for {{requester.firstName}}');
    expect(within(rows[0]!).getByText('Waiting')).toBeTruthy();
    expect(within(rows[1]!).queryByRole('button')).toBeNull();
  });

  it('writes a new one with a preview, and refuses what names nothing', async () => {
    const user = open('coordinator', <MacrosView choices={choices} />);
    await user.click(await screen.findByRole('button', { name: 'New macro' }));
    await user.click(await screen.findByLabelText('Name'));
    await user.paste('Thanks');
    expect(screen.queryByLabelText('Who sees it')).toBeNull();
    await user.click(screen.getByLabelText('Text'));
    await user.paste('Hi {{agent.name}}');
    expect(await screen.findByText('Nothing is called {{agent.name}}')).toBeTruthy();
    await user.clear(screen.getByLabelText('Text'));
    await user.paste('Hi {{requester.firstName}}');
    expect(screen.getByText('Hi Yuki')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Assignee'), 'me');
    await user.click(screen.getByLabelText('Adds tags'));
    await user.paste('asked, asked, badge');
    await user.click(screen.getByRole('button', { name: 'Create macro' }));
    await waitFor(() => expect(written()).toHaveLength(1));
    expect(written()[0]?.body).toMatchObject({
      name: 'Thanks',
      scope: 'personal',
      body: 'Hi {{requester.firstName}}',
      actions: { assignee: 'me', addTags: ['asked', 'badge'] },
    });
  });

  it('lets an admin share it with one team', async () => {
    const user = open('admin', <MacrosView choices={choices} />);
    await user.click(await screen.findByRole('button', { name: 'New macro' }));
    await user.selectOptions(await screen.findByLabelText('Who sees it'), 'everyone');
    expect(screen.getByLabelText('Only this team')).toBeTruthy();
  });

  it('deletes with a way back', async () => {
    const user = open('coordinator', <MacrosView choices={choices} />);
    await user.click(await screen.findByRole('button', { name: 'Ask for the batch: actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(written().map(({ method }) => method)).toEqual(['DELETE', 'POST']));
    expect(written()[1]?.body).toMatchObject({ name: 'Ask for the batch', actions: { status: 'waiting' } });
  });
});
