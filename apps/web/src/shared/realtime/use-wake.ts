import { useEffect, useEffectEvent } from 'react';

/** While somebody looks at the page it asks this often whether it missed anything. */
const HEARTBEAT_MS = 60_000;
/** Away for less is no sleep. */
const NAP_MS = 5000;

/** Calls the newest `handler` whenever something may have been missed: after a sleep, out of a drawer of the browser, back on the network, and now and then. */
export function useWake(handler: () => void): void {
  const latest = useEffectEvent(() => handler());
  useEffect(() => {
    const isSeen = () => document.visibilityState === 'visible';
    let asked = Date.now();
    const ask = () => {
      asked = Date.now();
      latest();
    };
    const seen = () => isSeen() && Date.now() - asked > NAP_MS && ask();
    const back = () => ask();
    // A computer that slept wakes up with the timer overdue.
    const heartbeat = setInterval(() => isSeen() && ask(), HEARTBEAT_MS);
    document.addEventListener('visibilitychange', seen);
    addEventListener('pageshow', seen);
    addEventListener('online', back);
    return () => {
      clearInterval(heartbeat);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('pageshow', seen);
      removeEventListener('online', back);
    };
  }, []);
}
