import { AppError } from '../../platform/http/app-error.js';

/** Where to go on. Opaque to clients. */
export interface ChangesCursor {
  /** A writing transaction; its events and later ones are still to read. */
  xid: string;
  /** Of that transaction, only the events after this one. */
  id: string | null;
  /** Once all is read: where to begin the next time. */
  settled: string | null;
}

/** Transactions are numbered by 64 bits without a sign. */
const XID = /^(?:0|[1-9]\d{0,17})$/;
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const encodeChangesCursor = ({ xid, id, settled }: ChangesCursor): string =>
  Buffer.from(JSON.stringify([xid, id, settled])).toString('base64url');

/** @throws AppError request.invalid */
export function decodeChangesCursor(cursor: string): ChangesCursor {
  try {
    const [xid, id, settled] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = (value: unknown, pattern: RegExp) => typeof value === 'string' && pattern.test(value);
    if (fits(xid, XID) && (id === null || fits(id, ID)) && (settled === null || fits(settled, XID)))
      return { xid, id, settled };
  } catch {
    // Falls through to the refusal: whatever it was, it is not one of our cursors.
  }
  throw strangeCursor();
}

export const strangeCursor = (): AppError =>
  new AppError('request.invalid', { after: ['is not a cursor of this list'] });
