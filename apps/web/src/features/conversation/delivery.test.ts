import { ApiError, NETWORK_ERROR } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { deliver } from './delivery';
import { held, letGo } from './hold';
import { type Outgoing, outboxOf, pendingOf, putOut, takeBack } from './outbox';

jest.mock('../../shared/api/call', () => ({ call: jest.fn() }));

const calls = jest.mocked(call as unknown as (...of: unknown[]) => Promise<unknown>);
const me = 'me';
const arrived = jest.fn(async () => undefined);

const message = (fields: Partial<Outgoing> = {}): Outgoing => ({
  clientId: 'one',
  ticketId: 'ticket',
  ticketNumber: 'ACME-1',
  internal: false,
  body: '<p>Hello</p>',
  attachments: [],
  lastSeenSeq: 4,
  writtenAt: '2026-11-20T10:00:00.000Z',
  state: 'waiting',
  ...fields,
});
const sent = { followUp: null };

beforeEach(() => {
  calls.mockReset();
  arrived.mockClear();
  for (const { clientId } of outboxOf(me)) takeBack(me, clientId);
});

describe('delivery', () => {
  it('sends under the message’s own key and forgets it once the timeline has it', async () => {
    calls.mockResolvedValue(sent);
    putOut(me, message());
    expect(await deliver(me, arrived)).toBe(true);
    expect(calls.mock.calls[0]?.[1]).toMatchObject({
      idempotencyKey: 'one',
      body: { clientId: 'one', lastSeenSeq: 4, body: '<p>Hello</p>' },
    });
    expect(arrived).toHaveBeenCalledTimes(1);
    expect(outboxOf(me)).toEqual([]);
  });

  it('keeps it while offline and sends the same when back', async () => {
    calls.mockRejectedValueOnce(new ApiError(0, NETWORK_ERROR, 'offline')).mockResolvedValue(sent);
    putOut(me, message());
    expect(await deliver(me, arrived)).toBe(false);
    expect(outboxOf(me)).toHaveLength(1);
    expect(JSON.parse(localStorage.getItem('baton:of:me:outbox') ?? '[]')).toHaveLength(1);
    expect(await deliver(me, arrived)).toBe(true);
    expect(calls.mock.calls[1]).toEqual(calls.mock.calls[0]);
    expect(outboxOf(me)).toEqual([]);
  });

  it('keeps the order in which things were written', async () => {
    calls.mockResolvedValue(sent);
    putOut(me, message({ clientId: 'one' }));
    putOut(me, message({ clientId: 'two', internal: true, lastSeenSeq: undefined }));
    await deliver(me, arrived);
    expect(calls.mock.calls.map(([, options]) => (options as { idempotencyKey: string }).idempotencyKey)).toEqual([
      'one',
      'two',
    ]);
  });

  it('delivers once when asked twice at the same time', async () => {
    calls.mockResolvedValue(sent);
    putOut(me, message());
    await Promise.all([deliver(me, arrived), deliver(me, arrived)]);
    expect(calls).toHaveBeenCalledTimes(1);
  });

  it('holds back what a colleague’s reply has overtaken, with that reply', async () => {
    const missed = [{ id: 'entry' }];
    calls.mockRejectedValue(new ApiError(409, 'conversation.moved_on', 'moved on', { missed }));
    putOut(me, message());
    expect(await deliver(me, arrived)).toBe(true);
    expect(outboxOf(me)).toMatchObject([{ state: 'moved_on', missed }]);
  });

  it('says why when it is refused, and goes on with the next', async () => {
    calls.mockRejectedValueOnce(new ApiError(404, 'resource.not_found', 'Not here.')).mockResolvedValue(sent);
    putOut(me, message({ clientId: 'one' }));
    putOut(me, message({ clientId: 'two' }));
    await deliver(me, arrived);
    expect(outboxOf(me)).toMatchObject([{ clientId: 'one', state: 'refused', reason: 'Not here.' }]);
  });

  it('carries what it changes, whom it calls and which draft it was', async () => {
    calls.mockResolvedValue(sent);
    const body = '<p><span data-mention="dana">@Dana</span> and <span data-mention="dana">@Dana</span></p>';
    putOut(me, message({ changes: { status: 'waiting' }, draftRevision: 7, body }));
    await deliver(me, arrived);
    expect(calls.mock.calls[0]?.[1]).toMatchObject({
      body: { changes: { status: 'waiting' }, draftRevision: 7, mentions: ['dana'] },
    });
    expect(calls).toHaveBeenCalledTimes(1);
  });

  it('leaves alone what is on hold, and goes on with what is not', async () => {
    calls.mockResolvedValue(sent);
    putOut(me, message({ clientId: 'held', ...held() }));
    putOut(me, message({ clientId: 'note', internal: true }));
    expect(await deliver(me, arrived)).toBe(true);
    expect(outboxOf(me).map(({ clientId }) => clientId)).toEqual(['held']);
    letGo(me, message({ clientId: 'held' }));
    await deliver(me, arrived);
    expect(outboxOf(me)).toEqual([]);
  });

  it('remembers the ticket that a reply to an ended one opened', async () => {
    calls.mockResolvedValue({ followUp: { number: 'ACME-12' } });
    putOut(me, message());
    await deliver(me, arrived);
    expect(outboxOf(me)).toMatchObject([{ state: 'followed_up', followUp: 'ACME-12' }]);
  });
});

describe('what is shown as pending', () => {
  it('is of this ticket and not in its timeline yet', () => {
    const outbox = [message(), message({ clientId: 'two' }), message({ clientId: 'three', ticketId: 'other' })];
    const entries = [{ message: { clientId: 'one' } }] as never;
    expect(pendingOf(outbox, 'ticket', entries).map(({ clientId }) => clientId)).toEqual(['two']);
  });
});
