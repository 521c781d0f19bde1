import { AsyncLocalStorage } from 'node:async_hooks';

/** Facts of the running request that events and logs record. */
export interface RequestContext {
  requestId: string;
  ip: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** Undefined outside of a request: in jobs and at start-up. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();
