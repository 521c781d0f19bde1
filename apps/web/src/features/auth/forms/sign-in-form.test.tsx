import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { type Answer, fakeServer, refusal } from '../../../../test/support/fake-server';
import { signedIn } from '../../../../test/support/people';
import { endSession, getSession } from '../../../shared/api/session-store';
import { texts } from '../auth.texts';
import { SignInForm } from './sign-in-form';

afterEach(() => endSession());

/** At once: key by key is slow, and nothing here depends on it. */
async function enter(label: string, text: string) {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.paste(text);
}

async function signInWith(answers: Answer[], email = 'yuki.tanaka@acme.test', password = 'a long secret') {
  const left = [...answers];
  const seen = fakeServer(() => left.shift() ?? { status: 500 });
  render(
    <MemoryRouter>
      <SignInForm />
    </MemoryRouter>,
  );
  await enter(texts.email, email);
  await enter(texts.password, password);
  await userEvent.click(screen.getByRole('button', { name: texts.signIn.action }));
  return seen;
}

test('starts the session', async () => {
  const seen = await signInWith([{ status: 200, body: signedIn('token') }]);
  await waitFor(() => expect(getSession()).toMatchObject({ state: 'signed-in', accessToken: 'token' }));
  expect(seen[0]?.body).toEqual({ email: 'yuki.tanaka@acme.test', password: 'a long secret' });
});

test.each([
  ['auth.invalid_credentials', 401, texts.errors.credentials],
  ['auth.account_pending', 403, texts.errors.pending],
  ['auth.account_rejected', 403, texts.errors.rejected],
  ['auth.account_suspended', 403, texts.errors.suspended],
])('says what %s means', async (code, status, sentence) => {
  await signInWith([refusal(status, code)]);
  expect((await screen.findByRole('alert')).textContent).toBe(sentence);
});

test('says how long to wait', async () => {
  await signInWith([{ ...refusal(429, 'request.rate_limited'), headers: { 'Retry-After': '600' } }]);
  expect((await screen.findByRole('alert')).textContent).toContain('10 min');
});

test('asks for what is missing without asking the server', async () => {
  const seen = await signInWith([], 'yuki', '');
  expect(await screen.findByText(texts.invalid.email)).toBeTruthy();
  expect(screen.getByText(texts.invalid.password)).toBeTruthy();
  expect(screen.getByLabelText(texts.email).getAttribute('aria-invalid')).toBe('true');
  expect(seen).toHaveLength(0);
});

test('lets somebody of several organizations choose', async () => {
  const organizations = [
    { slug: 'acme', name: 'Acme Group' },
    { slug: 'globex', name: 'Globex' },
  ];
  const seen = await signInWith([
    refusal(409, 'auth.organization_required', { organizations }),
    { status: 200, body: signedIn('token') },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Globex' }));
  await waitFor(() => expect(getSession().state).toBe('signed-in'));
  expect(seen[1]?.body).toMatchObject({ email: 'yuki.tanaka@acme.test', organization: 'globex' });
});
