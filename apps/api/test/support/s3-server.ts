import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StoredObject {
  body: Buffer;
  contentType: string;
}

export interface S3Server {
  endpoint: string;
  /** By `bucket/key`. */
  objects: Map<string, StoredObject>;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

/** A server on loopback that speaks the part of S3 the storage uses: PUT, GET, HEAD, DELETE, path style, signed. */
export async function startS3Server(bucket: string, accessKeyId: string): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();

  const answer: Record<string, (name: string, request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
    async PUT(name, request, response) {
      const body = await bodyOf(request);
      if (body.length !== Number(request.headers['content-length'])) return refuse(response, 400, 'IncompleteBody');
      objects.set(name, { body, contentType: request.headers['content-type'] ?? '' });
      response.end();
    },
    async GET(name, _request, response) {
      const found = objects.get(name);
      if (!found) return refuse(response, 404, 'NoSuchKey');
      response.writeHead(200, { 'content-type': found.contentType, 'content-length': found.body.length });
      response.end(found.body);
    },
    async HEAD(name, _request, response) {
      response.writeHead(name === bucket || objects.has(name) ? 200 : 404).end();
    },
    async DELETE(name, _request, response) {
      objects.delete(name);
      response.writeHead(204).end();
    },
  };

  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '', 'http://s3').pathname.replace(/^\/|\/$/g, '');
    const signed = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`);
    if (!signed) return refuse(response, 403, 'AccessDenied');
    if (name.split('/')[0] !== bucket) return refuse(response, 404, 'NoSuchBucket');
    // An upload that breaks off has nobody left to answer.
    answer[request.method ?? '']?.(name, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
