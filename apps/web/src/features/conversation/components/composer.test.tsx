import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as mockReact from 'react';
import { fakeServer, type SeenRequest } from '../../../../test/support/fake-server';
import { yuki } from '../../../../test/support/people';
import { endSession, startSession } from '../../../shared/api/session-store';
import { draftOf } from '../drafts';
import { outboxOf, takeBack } from '../outbox';
import { Composer } from './composer';

jest.mock('../../../shared/realtime/use-socket', () => ({ useOnConnect: () => undefined }));

// The real editor needs a layout that jsdom has not.
jest.mock('../../../shared/ui/rich-text-editor', () => ({
  RichTextEditor: (props: {
    'aria-label': string;
    initialHtml: string;
    onChange: (html: string, isEmpty: boolean) => void;
    onKeyWhenEmpty: (event: unknown) => boolean;
    toolbarMiddle: React.ReactNode;
    toolbarEnd: React.ReactNode;
    ref: React.Ref<unknown>;
  }) => {
    const box = mockReact.useRef<HTMLTextAreaElement>(null);
    const put = (text: string) => {
      if (box.current) box.current.value = text;
      props.onChange(text, text === '');
    };
    mockReact.useImperativeHandle(props.ref, () => ({
      focus: () => box.current?.focus(),
      clear: () => put(''),
      setHtml: (html: string) => {
        if (box.current) box.current.value = html;
      },
      insertHtml: (html: string) => put((box.current?.value ?? '') + html),
    }));
    return (
      <>
        <textarea
          ref={box}
          aria-label={props['aria-label']}
          defaultValue={props.initialHtml}
          onKeyDown={(event) => box.current?.value === '' && props.onKeyWhenEmpty(event)}
          onChange={(event) => props.onChange(event.target.value, event.target.value === '')}
        />
        {props.toolbarMiddle}
        {props.toolbarEnd}
      </>
    );
  },
}));

let ticketId = 'ticket-0';
const ticket = () =>
  ({
    id: ticketId,
    status: 'in_progress',
    requester: { id: 'yuki', name: 'Yuki Tanaka', role: 'employee', avatarUrl: null },
    can: { reply: true, note: true, moves: ['waiting', 'open', 'resolved'] },
  }) as never;

const macros = {
  find: async () => [],
  fill: async () => ({ body: '', internal: false, changes: {} }),
  picker: ({ onUse, onClose }: { onUse: (filled: object) => void; onClose: () => void }) => (
    <button
      type="button"
      onClick={() => {
        onUse({ body: 'Hello Yuki', internal: false, changes: { priority: 'high' } });
        onClose();
      }}
    >
      Use greeting
    </button>
  ),
} as never;

interface Served {
  kind: string;
  body: string;
  revision: number;
}

/** Keeps drafts as the server does: only a higher revision is stored. */
function serveDrafts(items: Served[] = []): SeenRequest[] {
  const kept = new Map(items.map((item) => [item.kind, item]));
  return fakeServer(({ method, url, body }) => {
    if (method === 'GET')
      return { status: 200, body: { items: [...kept.values()].filter((each) => each.body !== '') } };
    const [, , , of, , kind = ''] = url.split('/');
    if (of !== ticketId) return { status: 404 };
    const sent = { kind, ...(body as { body: string; revision: number }) };
    if (sent.revision > (kept.get(kind)?.revision ?? 0)) kept.set(kind, sent);
    return { status: 200, body: kept.get(kind) };
  });
}

function open(more: object = {}) {
  startSession({ accessToken: 'token', expiresIn: 900, user: { ...yuki, id: 'me', role: 'coordinator' } });
  const onTyping = jest.fn();
  const page = render(
    <QueryClientProvider client={new QueryClient()}>
      <Composer ticket={ticket()} lastSeq={7} onTyping={onTyping} onOpen={jest.fn()} macros={macros} {...more} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onTyping, ...page };
}

const reply = () => screen.getByLabelText<HTMLTextAreaElement>('Reply');
let seen: SeenRequest[];
const saved = () => seen.filter(({ method }) => method === 'PUT').map(({ body }) => (body as Served).body);

beforeEach(() => {
  endSession();
  // What one test still saves is nothing to the next.
  ticketId = `ticket-${Number(ticketId.split('-')[1]) + 1}`;
  localStorage.clear();
  for (const { clientId } of outboxOf('me')) takeBack('me', clientId);
  seen = serveDrafts();
});

describe('the composer', () => {
  it('sends a reply with the last number seen', async () => {
    const { user, onTyping } = open();
    await user.type(screen.getByLabelText('Reply'), 'Hello');
    expect(onTyping).toHaveBeenLastCalledWith(false);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(outboxOf('me')).toMatchObject([{ body: 'Hello', internal: false, lastSeenSeq: 7, state: 'waiting' }]);
    expect(reply().value).toBe('');
  });

  it('sends and sets the likeliest status', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Reply'), 'Which one?');
    await user.click(screen.getByRole('button', { name: 'Send and set Waiting' }));
    expect(outboxOf('me')).toMatchObject([{ changes: { status: 'waiting' } }]);
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

  it('puts a reply on hold, and a note not', async () => {
    const { user } = open();
    await user.type(reply(), 'Hello');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await user.click(screen.getByRole('button', { name: 'Internal note' }));
    await user.type(screen.getByRole('textbox', { name: 'Internal note' }), 'For us');
    await user.click(screen.getByRole('button', { name: 'Add note' }));
    const [first, second] = outboxOf('me');
    expect(first?.heldUntil).toBeGreaterThan(Date.now());
    expect(second?.heldUntil).toBeUndefined();
  });

  it('uses a macro: its text, and what it changes once it is sent', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Macros' }));
    await user.click(await screen.findByText('Use greeting'));
    expect(reply().value).toBe('Hello Yuki');
    expect(screen.getByText('Priority High')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Send and set Waiting' }));
    expect(outboxOf('me')).toMatchObject([{ changes: { priority: 'high', status: 'waiting' } }]);
    expect(screen.queryByText('Priority High')).toBeNull();
  });

  it('edits the last message with Up, and takes a reply back with Ctrl-Z, while nothing is written', async () => {
    const [onEditLast, onUndoSend] = [jest.fn(), jest.fn(() => true)];
    const { user } = open({ onEditLast, onUndoSend });
    await user.click(reply());
    await user.keyboard('{ArrowUp}{Control>}z{/Control}');
    expect([onEditLast, onUndoSend].map((called) => called.mock.calls.length)).toEqual([1, 1]);
    await user.type(reply(), 'x{ArrowUp}');
    expect(onEditLast).toHaveBeenCalledTimes(1);
  });

  it('goes on to the next ticket once that was chosen', async () => {
    const onNext = jest.fn();
    const { user } = open({ onNext });
    await user.type(reply(), 'Done');
    await user.click(screen.getByRole('button', { name: 'Send and set another status' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Then open the next ticket' }));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(onNext).toHaveBeenCalledTimes(1);
  });
});

describe('its draft', () => {
  it('is on the server shortly after typing, in its newest form', async () => {
    const { user } = open();
    await user.type(reply(), 'Hello');
    expect(await screen.findByText('Draft saved')).toBeTruthy();
    expect(saved().at(-1)).toBe('Hello');
  });

  it('comes back on another device', async () => {
    seen = serveDrafts([{ kind: 'reply', body: 'Begun elsewhere', revision: 5 }]);
    open();
    await waitFor(() => expect(reply().value).toBe('Begun elsewhere'));
  });

  it('stays here when what is here is newer, and goes to the server', async () => {
    localStorage.setItem(`baton:of:me:draft:${ticketId}:reply`, '{"html":"Typed offline","revision":9,"saved":false}');
    seen = serveDrafts([{ kind: 'reply', body: 'Older', revision: 5 }]);
    open();
    await waitFor(() => expect(saved()).toEqual(['Typed offline']));
    expect(reply().value).toBe('Typed offline');
  });

  it('says when only this device has it, and is saved once the server is back', async () => {
    let status = 0;
    seen = fakeServer(({ method, body }) => ({
      status: method === 'GET' ? 200 : status,
      body: method === 'GET' ? { items: [] } : { kind: 'reply', ...(body as object) },
    }));
    const { user } = open();
    await user.type(reply(), 'Hello');
    expect(await screen.findByText('Kept on this device')).toBeTruthy();
    status = 200;
    expect(await screen.findByText('Draft saved')).toBeTruthy();
  });

  it('says so too when the server could not even be asked', async () => {
    seen = fakeServer(() => ({ status: 0 }));
    const { user } = open();
    await waitFor(() => expect(seen).toHaveLength(1));
    await user.type(reply(), 'Hello');
    expect(await screen.findByText('Kept on this device')).toBeTruthy();
    expect(localStorage.getItem(`baton:of:me:draft:${ticketId}:reply`)).toContain('Hello');
  });

  it('is not lost when a reply is taken back', async () => {
    const { user } = open();
    await user.type(reply(), 'Hello');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const [item] = outboxOf('me');
    expect(item?.draftRevision).toBeGreaterThan(0);
    act(() => draftOf('me', ticketId, 'reply').prepend(item?.body ?? ''));
    expect(reply().value).toBe('Hello');
  });

  it('does not come back by itself while its reply is on hold', async () => {
    const { user, unmount } = open();
    await user.type(reply(), 'Hello');
    await screen.findByText('Draft saved');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    unmount();
    open();
    await waitFor(() => expect(seen.filter(({ method }) => method === 'GET').length).toBeGreaterThan(1));
    expect(reply().value).toBe('');
  });
});
