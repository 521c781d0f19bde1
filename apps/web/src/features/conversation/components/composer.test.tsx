import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { yuki } from '../../../../test/support/people';
import { startSession } from '../../../shared/api/session-store';
import { outboxOf, takeBack } from '../outbox';
import { Composer } from './composer';

// The real editor needs a layout that jsdom has not.
jest.mock('../../../shared/ui/rich-text-editor', () => ({
  RichTextEditor: (props: {
    'aria-label': string;
    initialHtml: string;
    onChange: (html: string, isEmpty: boolean) => void;
    toolbarEnd: React.ReactNode;
  }) => (
    <>
      <textarea
        aria-label={props['aria-label']}
        defaultValue={props.initialHtml}
        onChange={(event) => props.onChange(event.target.value, event.target.value === '')}
      />
      {props.toolbarEnd}
    </>
  ),
}));

const ticket = {
  id: 'ticket',
  status: 'in_progress',
  requester: { id: 'yuki', name: 'Yuki Tanaka', role: 'employee', avatarUrl: null },
  can: { reply: true, note: true, moves: ['waiting', 'open', 'resolved'] },
} as never;

function open(onTyping = jest.fn()) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role: 'coordinator' } });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Composer ticket={ticket} lastSeq={7} onTyping={onTyping} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onTyping };
}

beforeEach(() => {
  localStorage.clear();
  for (const { clientId } of outboxOf('me')) takeBack('me', clientId);
});

describe('the composer', () => {
  it('sends a reply with the last number seen', async () => {
    const { user, onTyping } = open();
    await user.type(screen.getByLabelText('Reply'), 'Hello');
    expect(onTyping).toHaveBeenLastCalledWith(false);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(outboxOf('me')).toMatchObject([{ body: 'Hello', internal: false, lastSeenSeq: 7, state: 'waiting' }]);
    expect(localStorage.getItem('baton:of:me:draft:ticket:reply')).toBeNull();
  });

  it('sends and sets the likeliest status', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Reply'), 'Which one?');
    await user.click(screen.getByRole('button', { name: 'Send and set Waiting' }));
    expect(outboxOf('me')).toMatchObject([{ thenStatus: 'waiting' }]);
  });

  it('keeps reply and note apart, also as drafts', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Reply'), 'For Yuki');
    await user.click(screen.getByRole('button', { name: 'Internal note' }));
    expect(screen.getByText('Only coordinators see this. It never leaves the desk.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Internal note' }), 'For us');
    await user.click(screen.getByRole('button', { name: 'Add note' }));
    expect(outboxOf('me')).toMatchObject([{ body: 'For us', internal: true }]);
    expect(outboxOf('me')[0]?.lastSeenSeq).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Reply' }));
    expect((screen.getByRole('textbox', { name: 'Reply' }) as HTMLTextAreaElement).value).toBe('For Yuki');
  });

  it('sends nothing while there is nothing to say', async () => {
    open();
    expect((screen.getByRole('button', { name: 'Send' }) as HTMLButtonElement).disabled).toBe(true);
  });
});
