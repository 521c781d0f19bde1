import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../http/app-error.js';

/** Origins besides the request's own host that belong to Baton: PUBLIC_URL, when set. */
const trusted = new Set<string>();

export const trustOrigin = (url: string): void => {
  trusted.add(new URL(url).origin);
};

/** Was this sent by our own page, or by no page at all? */
export function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (origin === undefined) return true;
  if (trusted.has(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** @throws AppError request.foreign_origin */
export function requireOwnOrigin(request: { headers: IncomingHttpHeaders }): void {
  if (!isOwnOrigin(request.headers)) throw new AppError('request.foreign_origin');
}
