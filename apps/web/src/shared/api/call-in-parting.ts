import type { Endpoint } from '@baton/contracts/http/endpoint';
import { type CallOptions, toRequest } from './call';
import { accessToken } from './session-store';

/**
 * A last call while the page goes: the browser finishes it, nobody hears the answer. For what may be sent again under
 * its key.
 */
export function callInParting<P extends object, Q extends object, B extends object, R extends object>(
  endpoint: Endpoint<P, Q, B, R>,
  options: NoInfer<CallOptions<P, Q, B>>,
): void {
  const { method, url, headers, body } = toRequest(endpoint, options);
  // Against the document's base, as a link would be.
  fetch(new URL(url, document.baseURI), {
    method,
    keepalive: true,
    headers: { ...headers, 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken()}` },
    body: JSON.stringify(body),
    // What is too large for a browser's parting is sent by the next page.
  }).catch(() => undefined);
}
