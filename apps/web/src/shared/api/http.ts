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
function withQuery(url: string, query: object = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') parts.append(name, String(each));
    }
  }
  const text = parts.toString();
  return text === '' ? url : `${url}?${text}`;
}

function toJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answerOf(xhr: XMLHttpRequest, binary: boolean | undefined): Promise<unknown> {
  const bytes = xhr.response as Blob | string;
  if (xhr.status >= 200 && xhr.status < 300) return binary ? bytes : toJson(bytes as string);
  const text = typeof bytes === 'string' ? bytes : await bytes.text();
  throw fromAnswer(xhr.status, toJson(text), xhr.getResponseHeader('Retry-After'));
}

const exchange = (xhr: XMLHttpRequest, body: XMLHttpRequestBodyInit | undefined, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const unreachable = () => reject(new ApiError(0, NETWORK_ERROR, 'The server did not answer.'));
    xhr.onload = () => resolve();
    xhr.onerror = unreachable;
    xhr.ontimeout = unreachable;
    xhr.onabort = () => reject(new DOMException('The request was abandoned.', 'AbortError'));
    signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    if (signal?.aborted) xhr.onabort(new ProgressEvent('abort'));
    else xhr.send(body);
  });

/**
 * One request, no retries. XMLHttpRequest rather than `fetch`, which cannot tell how much of an upload is done.
 * @throws ApiError for every answer of 400 and above and for no answer; `AbortError` when abandoned
 */
export async function http(request: HttpRequest): Promise<unknown> {
  const { body, onProgress } = request;
  const isForm = body instanceof FormData;
  const xhr = new XMLHttpRequest();
  xhr.open(request.method, withQuery(request.url, request.query));
  xhr.timeout = request.timeoutMs ?? TIMEOUT_MS;
  xhr.responseType = request.binary ? 'blob' : 'text';
  if (body && !isForm) xhr.setRequestHeader('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(request.headers ?? {})) xhr.setRequestHeader(name, value);
  if (onProgress) {
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  }
  await exchange(xhr, isForm ? body : body && JSON.stringify(body), request.signal);
  return answerOf(xhr, request.binary);
}
