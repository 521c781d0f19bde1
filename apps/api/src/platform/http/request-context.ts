import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Facts of the running request that events and logs record. */
export interface RequestContext {
  requestId: string;
  ip: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** Undefined outside of a request: in jobs and at start-up. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Node keeps random bytes for some UUIDs ready, and fetches others one by one. */
export const newRequestId = (): string => randomUUID().replaceAll('-', '').slice(-16);
