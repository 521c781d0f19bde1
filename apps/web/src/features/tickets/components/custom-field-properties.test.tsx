import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer } from '../../../../test/support/fake-server';
import { createQueryClient } from '../../../shared/api/query-client';
import { texts } from '../tickets.texts';
import { CustomFieldProperties } from './custom-field-properties';

const field = (id: string, name: string, more: Partial<CustomFieldResponse>): CustomFieldResponse => ({
  id,
  name,
  kind: 'text',
  options: [],
  archived: false,
  position: 0,
  ...more,
});

function open(customFields: TicketResponse['customFields'], triage = true) {
  const items = [
    field('cost', 'Cost', { kind: 'number' }),
    field('site', 'Site', { kind: 'choice', options: ['Berlin', 'Osaka'] }),
    field('old', 'Old', { archived: true }),
    field('gone', 'Gone', { archived: true }),
  ];
  fakeServer(() => ({ status: 200, body: { items } }));
  const onEdit = jest.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <dl>
        <CustomFieldProperties ticket={{ customFields, can: { triage } } as TicketResponse} onEdit={onEdit} />
      </dl>
    </QueryClientProvider>,
  );
  return onEdit;
}

const change = (name: string, value: string) => screen.findByRole('button', { name: texts.change(name, value) });

test('takes a number as a number, and nothing as nothing', async () => {
  const onEdit = open({ cost: 3 });
  await userEvent.click(await change('Cost', '3'));
  await userEvent.clear(screen.getByLabelText('Cost'));
  await userEvent.type(screen.getByLabelText('Cost'), '12.5');
  await userEvent.tab();
  expect(onEdit).toHaveBeenLastCalledWith({ customFields: { cost: 12.5 } });
  await userEvent.click(await change('Cost', '3'));
  await userEvent.clear(screen.getByLabelText('Cost'));
  await userEvent.tab();
  expect(onEdit).toHaveBeenLastCalledWith({ customFields: { cost: null } });
});

test('leaves a value alone that was not changed, or given up', async () => {
  const onEdit = open({ cost: 3 });
  await userEvent.click(await change('Cost', '3'));
  await userEvent.tab();
  await userEvent.click(await change('Cost', '3'));
  await userEvent.type(screen.getByLabelText('Cost'), '9{Escape}');
  await change('Cost', '3');
  expect(onEdit).not.toHaveBeenCalled();
});

test('offers the choices of a field', async () => {
  const onEdit = open({});
  await userEvent.click(await change('Site', texts.nothing));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Osaka' }));
  expect(onEdit).toHaveBeenCalledWith({ customFields: { site: 'Osaka' } });
});

test('shows an archived field where it holds something, and to read only', async () => {
  open({ old: 'kept' });
  await screen.findByText('kept');
  expect(screen.queryByRole('button', { name: texts.change('Old', 'kept') })).toBeNull();
  expect(screen.queryByText('Gone')).toBeNull();
});

test('lets nobody change what they may not', async () => {
  open({ cost: 3 }, false);
  await screen.findByText('3');
  expect(screen.queryAllByRole('button')).toEqual([]);
});
