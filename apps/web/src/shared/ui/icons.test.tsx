import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import { render, screen } from '@testing-library/react';
import { words } from '../text/words.texts';
import { PriorityIcon } from './priority-icon';
import { StatusIcon } from './status-icon';

test.each(PRIORITIES)('priority %s has a name', (priority) => {
  render(<PriorityIcon priority={priority} />);
  expect(screen.getByRole('img', { name: `Priority ${words.priority[priority]}` })).toBeTruthy();
});

test.each(STATUSES)('status %s has a name', (status) => {
  render(<StatusIcon status={status} />);
  expect(screen.getByTitle(`Status ${words.status[status]}`)).toBeTruthy();
});

test('beside its name an icon says nothing', () => {
  render(<PriorityIcon priority="high" decorative />);
  expect(screen.queryByRole('img')).toBeNull();
});
