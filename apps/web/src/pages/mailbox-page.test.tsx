import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { fakeServer, refusal } from '../../test/support/fake-server';
import { texts } from '../features/mail/mail.texts';
import { createQueryClient } from '../shared/api/query-client';
import { MailboxPage } from './mailbox-page';

const summary = {
  id: '1',
  to: 'robin@acme.test',
  subject: 'Ingrid invites you',
  template: 'invitation',
  status: 'kept',
  createdAt: '2026-11-21T10:00:00.000Z',
};
const mail = {
  ...summary,
  html: '<html><head></head><body><script>1</script></body></html>',
  text: 'Hello',
  error: null,
};

function open(address: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <MailboxPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('a mail is shown in a frame that runs nothing and knows nothing of the page', async () => {
  fakeServer(({ url }) => ({
    status: 200,
    body: url.includes('/api/mails/1') ? mail : { items: [summary], nextCursor: null },
  }));
  open('/admin/mailbox?mail=1');
  const frame = await screen.findByTitle(texts.frame(mail.subject));
  expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
  expect(frame.getAttribute('srcdoc')).toContain('<base target="_blank">');
  expect(screen.getByText(texts.text)).toBeTruthy();
});

test('with a mail server it says that mails are really sent', async () => {
  fakeServer(() => refusal(404, 'resource.not_found'));
  open('/admin/mailbox');
  await screen.findByText(texts.sentTitle);
  expect(screen.queryByText(texts.text)).toBeNull();
});
