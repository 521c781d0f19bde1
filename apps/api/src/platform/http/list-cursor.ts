import { INSTANT, STORABLE } from '@baton/contracts/http/patterns';
import { AppError } from './app-error.js';

/** Where a keyset list goes on: the sort value and id of the last row. Opaque to clients. */
export interface ListCursor {
  value: string | number;
  id: string;
}

export const encodeCursor = ({ value, id }: ListCursor): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Of the database's integers. */
const INTEGER_MAX = 2_147_483_647;

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** @param kind what the sort value must be for this list @throws AppError request.invalid */
export function decodeCursor(cursor: string, kind: 'instant' | 'integer' | 'text'): ListCursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = {
      instant: () => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
      integer: () => Number.isInteger(value) && Math.abs(value) <= INTEGER_MAX,
      text: () => typeof value === 'string' && STORABLE.test(value),
    }[kind]();
    if (fits && typeof id === 'string' && ID.test(id)) return { value, id };
  } catch {
    // Falls through to the refusal: whatever it was, it is not one of our cursors.
  }
  throw new AppError('request.invalid', { cursor: ['is not a cursor of this list'] });
}
