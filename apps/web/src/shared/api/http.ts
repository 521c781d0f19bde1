import type { HttpMethod } from '@baton/contracts/http/endpoint';
import { ApiError, fromAnswer, NETWORK_ERROR } from './api-error';

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
function toQuery(query: object = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') parts.append(name, String(each));
    }
  }
  const text = parts.toString();
  return text && `?${text}`;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error is JSON, also where bytes were asked for. */
async function answerOf({ response, status }: XMLHttpRequest, binary: boolean): Promise<unknown> {
  if (!binary) return parsed(response as string);
  return status < 400 ? response : parsed(await (response as Blob).text());
}

const abandoned = () => new DOMException('The request was abandoned.', 'AbortError');
const unreachable = () => new ApiError(0, NETWORK_ERROR, 'The server did not answer.');

function prepare({ method, url, query, body, headers, binary, timeoutMs, onProgress }: HttpRequest): XMLHttpRequest {
  const xhr = new XMLHttpRequest();
  // Against the document's base, as a link would be.
  xhr.open(method, new URL(`${url}${toQuery(query)}`, document.baseURI));
  xhr.responseType = binary ? 'blob' : 'text';
  xhr.timeout = timeoutMs ?? TIMEOUT_MS;
  xhr.setRequestHeader('Accept', 'application/json, */*');
  if (body && !(body instanceof FormData)) xhr.setRequestHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(headers ?? {})) xhr.setRequestHeader(name, value);
  if (onProgress) xhr.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  return xhr;
}

/**
 * One request, no retries. An `XMLHttpRequest`, because `fetch` does not tell how much of an upload has gone out.
 * @throws ApiError for every answer of 400 and above and for no answer; `AbortError` when abandoned
 */
export async function http(request: HttpRequest): Promise<unknown> {
  const { body, binary = false, signal } = request;
  if (signal?.aborted) throw abandoned();
  const xhr = prepare(request);
  const abort = () => xhr.abort();
  signal?.addEventListener('abort', abort);
  try {
    await new Promise<void>((resolve, reject) => {
      xhr.onload = () => resolve();
      xhr.onabort = () => reject(abandoned());
      xhr.onerror = xhr.ontimeout = () => reject(unreachable());
      xhr.send(body instanceof FormData ? body : body && JSON.stringify(body));
    });
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  const answer = await answerOf(xhr, binary);
  if (xhr.status < 400) return answer;
  throw fromAnswer(xhr.status, answer, xhr.getResponseHeader('Retry-After'));
}
