import { useSyncExternalStore } from 'react';

/** One timer for everything on the page that shows the passing of time. */
function ticker(everyMs: number) {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  return {
    /** Stands still between two ticks, and is new again when nobody has listened for a while. */
    get() {
      if (timer === undefined && Math.abs(Date.now() - now) >= everyMs) now = Date.now();
      return now;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const tickers = { second: ticker(1000), minute: ticker(15_000) };

/** The current time, renewed each second or often enough for minutes. Never earlier than what was just loaded. */
export function useNow(pace: keyof typeof tickers = 'minute'): Date {
  const { subscribe, get } = tickers[pace];
  return new Date(Math.max(useSyncExternalStore(subscribe, get), Date.now() - 15_000));
}

/**
 * What the time makes of something, such as the words of a countdown: worked out at each tick, drawn again only when it
 * comes out otherwise.
 */
export function useAtNow<T extends string | number | boolean | null>(of: (now: number) => T): T {
  const { subscribe, get } = tickers.second;
  return useSyncExternalStore(subscribe, () => of(get()));
}
