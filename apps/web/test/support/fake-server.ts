import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface SeenRequest {
  method: string;
  url: string;
  body: unknown;
  headers: IncomingHttpHeaders;
}

export interface Answer {
  /** 0 = the network is gone. */
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

let answer: (request: SeenRequest) => Answer;
let seen: SeenRequest[];

/** The page of a test has an origin of its own, before any server has a port. */
function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  response.setHeader('Access-Control-Allow-Methods', headers['access-control-request-method'] ?? '');
  response.setHeader('Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '');
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request;
  allowOrigin(request, response);
  if (method === 'OPTIONS') return void response.end();
  const asked = { method, url, headers, body: headers['content-type'] ? await json(request) : undefined };
  seen.push(asked);
  const { status, body, headers: more } = answer(asked);
  if (status === 0) {
    // jsdom writes down each lost connection.
    jest.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    return void request.socket.destroy();
  }
  response.writeHead(status, { 'Content-Type': 'application/json', ...more });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

export const server = createServer(serve);

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = document.createElement('base');
  base.href = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  document.head.append(base);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Answers every request of the page, over real HTTP; what was asked is in the returned list. */
export function fakeServer(by: typeof answer): SeenRequest[] {
  answer = by;
  seen = [];
  return seen;
}

export const refusal = (status: number, code: string, details: Record<string, unknown> = {}): Answer => ({
  status,
  body: { error: `Refused: ${code}`, code, details, requestId: 'request-1' },
});
