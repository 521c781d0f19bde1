import type { IntervalKind } from '@baton/domain/sla/clock';

/** `ahead`: counted time that has not come yet. */
export type PieceKind = IntervalKind | 'ahead';

export interface Piece {
  from: number;
  to: number;
  kind: PieceKind;
  /** It goes on at this moment. */
  running?: true;
}

interface Interval {
  from: string;
  to: string;
  kind: IntervalKind;
}

/** Intervals cut at a moment: what was, and what is still to come. @param now absent: all of it is a plan, and counts as such */
export function piecesOf(intervals: readonly Interval[], now?: number): { past: Piece[]; ahead: Piece[] } {
  const all = intervals.map(({ from, to, kind }): Piece => ({ from: Date.parse(from), to: Date.parse(to), kind }));
  if (now === undefined) return { past: all, ahead: [] };
  const past = all
    .filter(({ from }) => from < now)
    .map((piece): Piece => (piece.to > now ? { ...piece, to: now, running: true } : piece));
  const ahead = all
    .filter(({ to }) => to > now)
    .map(({ from, to, kind }): Piece => ({ from: Math.max(from, now), to, kind: kind === 'counted' ? 'ahead' : kind }));
  return { past, ahead };
}

/** Pieces by the day they begin on. @param dayOf a moment's day, as it is told */
export function byDay(pieces: readonly Piece[], dayOf: (ms: number) => string): { day: string; pieces: Piece[] }[] {
  const days: { day: string; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const day = dayOf(piece.from);
    const last = days.at(-1);
    if (last?.day === day) last.pieces.push(piece);
    else days.push({ day, pieces: [piece] });
  }
  return days;
}

/** More than these could not be told apart. */
const MOST = 60;
/** Closed time takes this share of the counted, however long it is. */
const CLOSED_SHARE = 0.08;

const isWork = ({ kind }: Piece) => kind !== 'closed' && kind !== 'holiday';

/** A piece as wide as it is to be drawn; the widths have no unit. */
export type Drawn = Piece & { width: number };

/** What a band shows: worked time to scale, the rest compressed, or left out where there is too much of it. */
export function drawn(pieces: readonly Piece[]): Drawn[] {
  const work = pieces.filter(isWork).reduce((sum, { from, to }) => sum + to - from, 0) || 1;
  const shown = pieces.length > MOST ? merged(pieces.filter(isWork)) : pieces;
  return shown.map((piece) => ({
    ...piece,
    width: isWork(piece) ? piece.to - piece.from : Math.min(piece.to - piece.from, work * CLOSED_SHARE),
  }));
}

function merged(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    // Its length is what matters once what lay between is gone.
    if (last?.kind === piece.kind) last.to += piece.to - piece.from;
    else all.push({ ...piece });
  }
  return all;
}
