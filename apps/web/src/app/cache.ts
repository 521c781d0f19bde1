import { watchFirstAnswers } from '../shared/api/first-answers';
import { keepQueries } from '../shared/api/keep-queries';
import { createQueryClient } from '../shared/api/query-client';
import { getSession, subscribe } from '../shared/api/session-store';
import { wipeKept } from '../shared/storage/kept-queries';
import { BUILD } from '../shared/storage/kept-session';

/** What the server said, in memory and on this device. */
export const queryClient = createQueryClient();
watchFirstAnswers(queryClient);

let owner: string | null = null;
let keeping: Promise<() => void> = Promise.resolve(() => undefined);

/** In another role one sees other things, also of the same ticket. */
function ownerNow(): string | null {
  const session = getSession();
  return session.state === 'signed-in'
    ? [session.user.tenantId, session.user.id, session.user.role, BUILD].join(' ')
    : null;
}

/** What one person loaded must not greet the next one at this screen, nor lie on its disk. */
function changeOwner(): void {
  const next = ownerNow();
  if (getSession().state === 'signed-out') void wipeKept().catch(() => undefined);
  if (next === owner) return;
  void keeping.then((stop) => stop());
  // On the way in as well: an answer for the one before may have come since.
  queryClient.clear();
  owner = next;
  if (next !== null) keeping = keepQueries(queryClient, next, () => owner === next);
}

subscribe(changeOwner);

/** A disk may be slow, a page should not be. */
const PATIENCE_MS = 250;

/** Once what this device kept is in memory, so that the first picture shows it. At once where nothing is kept. */
export const cacheIsWarm = (): Promise<unknown> =>
  Promise.race([keeping, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
