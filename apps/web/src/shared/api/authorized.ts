import { isApiError } from './api-error';
import { takeEarlyAnswer } from './early-answers';
import { addressOf, type HttpRequest, http } from './http';
import { refreshSession } from './refresh';
import { accessToken, getSession } from './session-store';

/** A request in the name of whoever is signed in. @throws ApiError */
export async function authorized(request: HttpRequest): Promise<unknown> {
  const token = accessToken();
  const early = request.method === 'GET' && token !== null && (await takeEarlyAnswer(addressOf(request), token));
  if (early) return early;
  const headers = { ...request.headers, ...(token && { Authorization: `Bearer ${token}` }) };
  return http({ ...request, headers });
}

/** Does it again, once, when the access token had run out. Waits where there is none yet. @throws ApiError */
export async function withRenewal<T>(work: () => Promise<T>): Promise<T> {
  if (getSession().state === 'signed-in' && accessToken() === null) await refreshSession();
  const usedToken = accessToken();
  try {
    return await work();
  } catch (error) {
    if (!isApiError(error) || error.status !== 401 || !(await refreshSession(usedToken))) throw error;
    return work();
  }
}
