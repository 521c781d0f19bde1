import { createTheme, ThemeProvider } from '@mui/material/styles';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer } from '../../../test/support/fake-server';
import { signedIn, yuki } from '../../../test/support/people';
import { draftOf } from '../../features/conversation/drafts';
import { type Outgoing, outboxOf, putOut } from '../../features/conversation/outbox';
import { useSession } from '../../shared/access/use-session';
import { getSession, startSession } from '../../shared/api/session-store';
import { AccountMenu } from './account-menu';
import { texts } from './shell.texts';

/** As in the app: nothing ripples. */
const calm = createTheme({ components: { MuiButtonBase: { defaultProps: { disableRipple: true } } } });

const refused: Outgoing = {
  clientId: 'one',
  ticketId: 'ticket',
  ticketNumber: 'ACME-1',
  internal: false,
  body: '<p>Hello</p>',
  attachments: [],
  writtenAt: '2026-11-20T10:00:00.000Z',
  state: 'refused',
};

const Menu = () => useSession().user && <AccountMenu anchor={document.body} onClose={jest.fn()} />;

function open() {
  fakeServer(() => ({ status: 204 }));
  startSession(signedIn('token'));
  render(
    <ThemeProvider theme={calm}>
      <MemoryRouter>
        <Menu />
      </MemoryRouter>
    </ThemeProvider>,
  );
  return userEvent.setup();
}

const isSignedOut = () => waitFor(() => expect(getSession().state).toBe('signed-out'));

test('signs out at once when nothing is lost by it', async () => {
  const user = open();
  await user.click(screen.getByRole('menuitem', { name: texts.signOut }));
  await isSignedOut();
});

test('asks first when a message was not sent', async () => {
  putOut(yuki.id, refused);
  const user = open();
  await user.click(screen.getByRole('menuitem', { name: texts.signOut }));
  expect(screen.getByRole('dialog', { name: texts.unsentTitle(1) })).toBeTruthy();
  expect(getSession().state).toBe('signed-in');
  expect(outboxOf(yuki.id)).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: texts.signOutAnyway }));
  await isSignedOut();
  expect(outboxOf(yuki.id)).toEqual([]);
});

test('asks first when what is being written cannot be saved', async () => {
  const draft = draftOf(yuki.id, 'ticket', 'reply');
  draft.write('<p>Half a</p>');
  const user = open();
  await user.click(screen.getByRole('menuitem', { name: texts.signOut }));
  expect(screen.getByRole('dialog', { name: texts.unsentTitle(1) })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: texts.signOutAnyway }));
  await isSignedOut();
  expect(draft.get().html).toBe('');
});
