import { createTheme, ThemeProvider } from '@mui/material/styles';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { yuki } from '../../../../test/support/people';
import { startSession } from '../../../shared/api/session-store';
import { type Outgoing, outboxOf, putOut } from '../outbox';
import { ConflictDialog } from './conflict-dialog';

/** As in the app: nothing ripples. */
const calm = createTheme({ components: { MuiButtonBase: { defaultProps: { disableRipple: true } } } });

const dana = { id: 'dana', name: 'Dana Haddad', role: 'coordinator', avatarUrl: null };
const item: Outgoing = {
  clientId: 'one',
  ticketId: 'ticket',
  ticketNumber: 'ACME-1',
  internal: false,
  body: '<p>Hi Minh Anh</p>',
  attachments: [],
  lastSeenSeq: 4,
  writtenAt: '2026-11-20T10:00:00.000Z',
  state: 'moved_on',
  missed: [
    {
      id: 'entry',
      ticketId: 'ticket',
      seq: 5,
      kind: 'reply',
      type: 'message.sent',
      actor: dana,
      at: '2026-11-20T10:00:00.000Z',
      message: { body: '<p>It is live.</p>', author: dana, attachments: [] },
      data: {},
    },
  ] as never,
};

function open(shown = item) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role: 'coordinator' } });
  putOut('me', shown);
  const onEdit = jest.fn();
  render(
    <ThemeProvider theme={calm}>
      <QueryClientProvider client={new QueryClient()}>
        <ConflictDialog item={shown} onEdit={onEdit} onClose={jest.fn()} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return { onEdit, user: userEvent.setup() };
}

describe('a colleague replied first', () => {
  it('shows the reply and the draft', () => {
    open();
    expect(screen.getByRole('dialog', { name: 'Dana replied while you were writing' })).toBeTruthy();
    expect(screen.getByText('It is live.')).toBeTruthy();
    expect(screen.getByText('Hi Minh Anh')).toBeTruthy();
  });

  it('sends it all the same, having seen that reply and no later one', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(outboxOf('me')).toMatchObject([{ clientId: 'one', state: 'waiting', lastSeenSeq: 5 }]);
  });

  it('does not take the numbers of another ticket for those of its own', async () => {
    const { user } = open({ ...item, ticketId: 'merged' });
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(outboxOf('me')[0]?.lastSeenSeq).toBeUndefined();
  });

  it('gives it back for editing', async () => {
    const { user, onEdit } = open();
    await user.click(screen.getByRole('button', { name: 'Edit draft' }));
    expect(onEdit).toHaveBeenCalledWith(item);
  });

  it('throws it away', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Discard draft' }));
    expect(outboxOf('me')).toEqual([]);
  });
});
