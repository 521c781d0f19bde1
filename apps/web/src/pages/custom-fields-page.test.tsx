import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer } from '../../test/support/fake-server';
import { texts } from '../features/custom-fields/custom-fields.texts';
import { createQueryClient } from '../shared/api/query-client';
import { ToastProvider } from '../shared/ui/toast';
import { CustomFieldsPage } from './custom-fields-page';

const field = (position: number, name: string, more: Partial<CustomFieldResponse> = {}): CustomFieldResponse => ({
  id: `0190a000-0000-7000-8000-00000000020${position}`,
  name,
  kind: 'text',
  options: [],
  archived: false,
  position,
  ...more,
});

let fields: CustomFieldResponse[];

function open() {
  const seen = fakeServer(({ method, url, body }) => {
    if (method === 'GET') return { status: 200, body: { items: fields } };
    const changed = { ...fields.find(({ id }) => url.endsWith(id)), ...(body as object) } as CustomFieldResponse;
    fields = fields.map((each) => (each.id === changed.id ? changed : each));
    return { status: 200, body: changed };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <MemoryRouter>
          <CustomFieldsPage />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return () => seen.filter(({ method }) => method !== 'GET').map(({ method, body }) => ({ method, body }));
}

async function choose(name: string, action: string) {
  await userEvent.click(await screen.findByRole('button', { name: texts.actions(name) }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

beforeEach(() => {
  fields = [field(0, 'Site'), field(1, 'Old', { archived: true }), field(2, 'Device')];
});

test('creates a choice with its choices, and not without', async () => {
  const sent = open();
  await userEvent.click(await screen.findByRole('button', { name: texts.create }));
  await userEvent.type(await screen.findByLabelText(texts.form.name), 'Building');
  await userEvent.selectOptions(screen.getByLabelText(texts.form.kind), 'choice');
  await userEvent.click(screen.getByRole('button', { name: texts.form.create }));
  await screen.findByText(texts.form.optionsMissing);
  await userEvent.type(screen.getByLabelText(texts.form.options), 'North{Enter} South {Enter}{Enter}North');
  await userEvent.click(screen.getByRole('button', { name: texts.form.create }));
  await screen.findByText(texts.created('Building'));
  expect(sent()).toEqual([{ method: 'POST', body: { name: 'Building', kind: 'choice', options: ['North', 'South'] } }]);
});

test('archives a field, and the toast brings it back', async () => {
  const sent = open();
  await choose('Site', texts.archive);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(sent()).toEqual([
      { method: 'PATCH', body: { archived: true } },
      { method: 'PATCH', body: { archived: false } },
    ]),
  );
});

test('moves a field past one that is not shown', async () => {
  const sent = open();
  await choose('Device', texts.up);
  await waitFor(() => expect(sent()).toEqual([{ method: 'PATCH', body: { position: 0 } }]));
});
