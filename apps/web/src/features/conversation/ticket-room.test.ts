import type { JoinAck } from '@baton/contracts/realtime/events';
import type { DeskSocket } from '../../shared/realtime/socket';
import { stayInRoom } from './ticket-room';

/** A connection whose answers are decided one by one; null = lost on the way. */
class FakeSocket {
  connected = true;
  sent: string[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(private readonly answers: (JoinAck | null)[]) {}

  on = (_name: string, listener: () => void) => this.listeners.add(listener);
  off = (_name: string, listener: () => void) => this.listeners.delete(listener);
  emit = (name: string) => this.sent.push(name);
  timeout = (ms: number) => ({
    emitWithAck: async (name: string) => {
      this.sent.push(name);
      const answer = this.answers.shift();
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, ms));
      throw new Error('no answer');
    },
  });

  reconnect(): void {
    for (const listener of this.listeners) listener();
  }
}

function join(...answers: (JoinAck | null)[]) {
  const socket = new FakeSocket(answers);
  const joined = jest.fn();
  const leave = stayInRoom(socket as unknown as DeskSocket, 'ticket', joined);
  return { socket, joined, leave };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the room of a ticket', () => {
  it('is joined again when the answer was lost', async () => {
    const { socket, joined } = join(null, null, { ok: true, seq: 7 });
    await jest.runAllTimersAsync();
    expect(socket.sent).toHaveLength(3);
    expect(joined.mock.calls).toEqual([[7]]);
  });

  it('is joined again after trouble of the server, not after a refusal', async () => {
    const { joined } = join({ ok: false, code: 'server.internal' }, { ok: true, seq: 7 });
    await jest.runAllTimersAsync();
    expect(joined).toHaveBeenCalledTimes(1);
    const refused = join({ ok: false, code: 'resource.not_found' }, { ok: true, seq: 7 });
    await jest.runAllTimersAsync();
    expect(refused.socket.sent).toEqual(['ticket.join']);
  });

  it('is joined after each reconnect', async () => {
    const { socket, joined } = join({ ok: true, seq: 7 }, { ok: true, seq: 9 });
    await jest.runAllTimersAsync();
    socket.reconnect();
    await jest.runAllTimersAsync();
    expect(joined.mock.calls).toEqual([[7], [9]]);
  });

  it('is not asked for any more once it was left', async () => {
    const { socket, joined, leave } = join(null, { ok: true, seq: 7 });
    await jest.advanceTimersByTimeAsync(100);
    leave();
    await jest.runAllTimersAsync();
    expect(socket.sent).toEqual(['ticket.join', 'ticket.leave']);
    expect(joined).not.toHaveBeenCalled();
  });

  it('is never entered by who has only passed by', async () => {
    const { socket, leave } = join({ ok: true, seq: 7 });
    leave();
    await jest.runAllTimersAsync();
    socket.reconnect();
    expect(socket.sent).toEqual([]);
  });
});
