import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@baton/domain/permissions/actor';
import { AppError } from '../../platform/http/app-error.js';
import type { Wanted } from './search-match.queries.js';
import { type Found, type Place, plansFor, type SearchPlan } from './search-plan.queries.js';

/** Where to go on. Opaque to clients. */
export interface SearchCursor {
  /** The window begins behind it. */
  start: Place | null;
  reading: Reading | null;
}

/**
 * Of a window that was shown in part: read again in the same way and up to the same place, nothing from beyond it slips
 * in above what was shown, whatever became cheaper or ceased to match meanwhile.
 */
interface Reading {
  plan: SearchPlan;
  end: Place | null;
  last: Found;
}

export const BEGINNING: SearchCursor = { start: null, reading: null };

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** The year 9999, in microseconds. */
const TIME_MAX = 253_402_300_799_000_000;

export function encodeSearchCursor({ start, reading }: SearchCursor): string {
  const written = reading && [reading.plan, listed(reading.end), listed(reading.last), reading.last.rank];
  return Buffer.from(JSON.stringify([listed(start), written])).toString('base64url');
}

const listed = (place: Place | null) => place && [place.at, place.id];

/** @throws AppError request.invalid, also for a plan that could not have been chosen for this reader and search */
export function decodeSearchCursor(actor: Actor, wanted: Wanted, cursor: string): SearchCursor {
  try {
    const [start, reading] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return { start: placeOf(start), reading: reading === null ? null : readingOf(actor, wanted, reading) };
  } catch {
    // Whatever it was, it is not one of our cursors.
    throw new AppError('request.invalid', { cursor: ['is not a cursor of this list'] });
  }
}

function readingOf(actor: Actor, wanted: Wanted, [chosen, end, shown, rank]: unknown[]): Reading {
  const plan = plansFor(actor, wanted).find((one) => isDeepStrictEqual(one, chosen));
  const last = placeOf(shown);
  if (!plan || !last || !Number.isInteger(rank)) throw new TypeError();
  return { plan, end: placeOf(end), last: { ...last, rank: rank as number } };
}

function placeOf(value: unknown): Place | null {
  if (value === null) return null;
  const [at, id] = value as [number, string];
  if (!Number.isInteger(at) || at < 0 || at > TIME_MAX || typeof id !== 'string' || !ID.test(id)) throw new TypeError();
  return { at, id };
}
