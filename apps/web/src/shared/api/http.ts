import type { HttpMethod } from '@baton/contracts/http/endpoint';
import axios, { isAxiosError, isCancel } from 'axios';
import { ApiError, fromAnswer, NETWORK_ERROR } from './api-error';
import { ownTurn } from './turns';

export interface HttpRequest {
  method: HttpMethod;
  /** From the origin, such as `/api/tickets`. */
  url: string;
  query?: object;
  /** Sent as JSON, or as multipart when it is a form. */
  body?: object;
  headers?: Record<string, string>;
  /** Bytes instead of JSON. */
  binary?: boolean;
  /** 0 = none. */
  timeoutMs?: number;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

/** A list repeats its name; what is empty is left out. */
function toQuery(query: object): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') parts.append(name, String(each));
    }
  }
  return parts.toString();
}

/** Where a question goes, its query included. */
export const addressOf = ({ url, query }: HttpRequest): string => (query ? `${url}?${toQuery(query)}` : url);

const client = axios.create({ adapter: 'xhr', paramsSerializer: { serialize: toQuery } });

/** An error body arrives as a Blob where bytes were asked for. */
async function bodyOf(data: unknown): Promise<unknown> {
  if (!(data instanceof Blob)) return data;
  try {
    return JSON.parse(await data.text());
  } catch {
    return undefined;
  }
}

async function toError(error: unknown): Promise<unknown> {
  if (isCancel(error)) return new DOMException('The request was abandoned.', 'AbortError');
  if (!isAxiosError(error)) return error;
  const { response } = error;
  if (!response) return new ApiError(0, NETWORK_ERROR, 'The server did not answer.');
  return fromAnswer(
    response.status,
    await bodyOf(response.data),
    String(response.headers['retry-after'] ?? '') || null,
  );
}

/**
 * One request, no retries.
 * @throws ApiError for every answer of 400 and above and for no answer; `AbortError` when abandoned
 */
export async function http(request: HttpRequest): Promise<unknown> {
  const { onProgress } = request;
  // Many questions are asked in one moment; what somebody does goes ahead of them.
  if (request.method === 'GET') await ownTurn();
  try {
    const { data, status } = await client.request({
      method: request.method,
      url: request.url,
      params: request.query,
      data: request.body,
      headers: request.headers,
      responseType: request.binary ? 'blob' : 'json',
      timeout: request.timeoutMs ?? TIMEOUT_MS,
      signal: request.signal,
      onUploadProgress: onProgress && (({ progress }) => onProgress(progress ?? 0)),
    });
    return status === 204 || data === '' || data === null ? undefined : data;
  } catch (error) {
    throw await toError(error);
  }
}
