/**
 * Answers of the server, kept in IndexedDB for the next start. They belong to one owner at a time: a person, an
 * organization and a build. Another owner finds nothing, and whatever a tab still writes for the former one is refused.
 */
const NAME = 'baton-answers';
const ANSWERS = 'answers';
const FACTS = 'facts';
const OWNER = 'owner';

export interface KeptQuery {
  hash: string;
  key: readonly unknown[];
  data: unknown;
  /** When the data were new, in milliseconds. */
  updatedAt: number;
  /** Of which only so many are kept. */
  group: string;
  most: number;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ANSWERS, { keyPath: 'hash' });
      request.result.createObjectStore(FACTS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

const both = (db: IDBDatabase, mode: IDBTransactionMode) => {
  const transaction = db.transaction([ANSWERS, FACTS], mode);
  return { transaction, answers: transaction.objectStore(ANSWERS), facts: transaction.objectStore(FACTS) };
};

/** Everything kept for this owner. What belonged to another one is gone afterwards. @throws where the browser keeps nothing */
export async function readKept(owner: string): Promise<KeptQuery[]> {
  const { transaction, answers, facts } = both(await database(), 'readwrite');
  if ((await answerOf(facts.get(OWNER))) === owner) return answerOf(answers.getAll() as IDBRequest<KeptQuery[]>);
  answers.clear();
  facts.put(owner, OWNER);
  await endOf(transaction);
  return [];
}

/** False: this browser has another owner by now, so nothing was written. @throws when the disk is full */
export async function writeKept(owner: string, changed: readonly KeptQuery[], gone: readonly string[]) {
  const { transaction, answers, facts } = both(await database(), 'readwrite');
  if ((await answerOf(facts.get(OWNER))) !== owner) return false;
  for (const each of changed) answers.put(each);
  for (const hash of gone) answers.delete(hash);
  await endOf(transaction);
  return true;
}

/** Leaves nothing of anybody. */
export async function wipeKept(): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const { transaction, answers, facts } = both(await database(), 'readwrite');
  answers.clear();
  facts.clear();
  await endOf(transaction);
}
