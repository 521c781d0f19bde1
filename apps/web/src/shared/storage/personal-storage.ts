/** What one person keeps in this browser: drafts and messages on their way. Gone once they sign out. */
const PREFIX = 'baton:of';

const keyOf = (userId: string, name: string) => `${PREFIX}:${userId}:${name}`;

export function readPersonal<T>(userId: string, name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId, name)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/**
 * Null removes it. A full or forbidden storage is no reason to stop somebody from writing.
 * @returns whether it was kept
 */
export function keepPersonal(userId: string, name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(userId, name));
    else localStorage.setItem(keyOf(userId, name), JSON.stringify(value));
    return true;
  } catch {
    // Nothing is lost yet: the value stays on the page.
    return false;
  }
}

/** Calls back when another tab changed it. */
export function watchPersonal(userId: string, name: string, changed: () => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === keyOf(userId, name) || event.key === null) changed();
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}

/** Nobody who uses this browser next should find anything. */
export function forgetPersonal(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}:`)) localStorage.removeItem(key);
  // Other tabs hear of it by themselves; this one has to be told.
  dispatchEvent(new StorageEvent('storage', { key: null }));
}
