import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { PaletteItem } from '../palette-item';
import { Palette } from './palette';

const ran: string[] = [];
const items: PaletteItem[] = ['Claim', 'Resolve', 'Copy the link'].map((label) => ({
  id: label,
  group: 'actions',
  label,
  run: () => ran.push(label),
}));

function Host({ onClose = () => undefined }: { onClose?: () => void }) {
  const [typed, setTyped] = useState('');
  return (
    <Palette
      items={items}
      typed={typed}
      onType={setTyped}
      about="ACME-7"
      onChoose={(item, beside) => ran.push(beside ? `${item.label} beside` : item.label)}
      onShortcuts={() => ran.push('shortcuts')}
      onClose={onClose}
    />
  );
}

const active = () => {
  const field = screen.getByRole('combobox');
  return document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
};

beforeEach(() => ran.splice(0));

test('is worked by the keyboard alone, and tells which line is meant', async () => {
  render(<Host />);
  expect(screen.getByRole('combobox')).toBe(document.activeElement);
  expect(active()).toMatch(/^Claim/);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()).toMatch(/^Copy the link/);
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toMatch(/^Claim/);
  await userEvent.keyboard('{ArrowUp}{Control>}{Enter}{/Control}');
  await userEvent.keyboard('resol{Enter}');
  expect(ran).toEqual(['Copy the link beside', 'Resolve']);
});

test('says when nothing is called so', async () => {
  render(<Host />);
  await userEvent.keyboard('zebra');
  expect(screen.getByText('Nothing here is called “zebra”.')).toBeTruthy();
  expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(ran).toEqual([]);
});

test('names what its actions are about, and leads on to the shortcuts', async () => {
  render(<Host />);
  const dialog = screen.getByRole('dialog', { name: 'Command palette' });
  expect(within(dialog).getByText('on ACME-7')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /all shortcuts/ }));
  expect(ran).toEqual(['shortcuts']);
});

test('closes when one points beside it', () => {
  const closed = jest.fn();
  render(<Host onClose={closed} />);
  fireEvent.mouseDown(screen.getByRole('dialog'));
  expect(closed).toHaveBeenCalledTimes(1);
});
