import type { DeskSocket } from '../../shared/realtime/socket';
import { afterPaint } from '../../shared/ui/after-paint';

/** An answer that takes longer counts as lost on the way. A busy server is given more time with each try. */
const PATIENCE_MS = [500, 1000, 2000] as const;
const LONGEST_MS = 4000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A refusal stays one; trouble of the server passes. */
const mayPass = (code: string): boolean => code.startsWith('server.');

/**
 * Joins a ticket's room now and after each reconnect, and asks until there is an answer.
 * @param joined hears the last number of the reader's timeline
 * @returns leaves the room
 */
export function stayInRoom(socket: DeskSocket, ticketId: string, joined: (seq: number) => void): () => void {
  let visit = 0;
  const join = async () => {
    visit += 1;
    const own = visit;
    const isCurrent = () => own === visit && socket.connected;
    for (let tries = 0; isCurrent(); tries += 1) {
      const patience = PATIENCE_MS[tries] ?? LONGEST_MS;
      const answer = await socket
        .timeout(patience)
        .emitWithAck('ticket.join', { ticketId })
        .catch(() => null);
      if (!isCurrent()) return;
      if (answer?.ok) return joined(answer.seq);
      if (answer && !mayPass(answer.code)) return;
      if (answer) await pause(patience);
    }
  };
  const connected = () => void join();
  let state: 'coming' | 'here' | 'gone' = 'coming';
  // The ticket itself is seen first: writing to a socket takes its time.
  afterPaint(() => {
    if (state === 'gone') return;
    state = 'here';
    if (socket.connected) connected();
    socket.on('connect', connected);
  });
  return () => {
    const wasHere = state === 'here';
    state = 'gone';
    visit += 1;
    socket.off('connect', connected);
    // A lost connection has left every room.
    const { connected: isThere, id } = socket;
    if (wasHere && isThere) afterPaint(() => socket.id === id && socket.emit('ticket.leave', { ticketId }));
  };
}
