/** Once an hour a page that stays open asks for a newer version. */
const ASK_EVERY_MS = 3_600_000;
/** The first picture, and what it asks for, come before what later starts need. */
const FIRST_WAIT_MS = 4000;

/** A newer version that waits on this device. */
export type Update = () => void;

/** Lets the waiting version take over; the page starts again with it as soon as it has. */
const takeOver = (waiting: ServiceWorker): Update => {
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  };
};

function watch(registration: ServiceWorkerRegistration, found: (update: Update) => void): void {
  // Without a controller this is the first version, which nobody has to be told of.
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) found(takeOver(registration.waiting));
  };
  tell();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
}

/** Keeps the app on the device, where the browser can, and tells of each newer version. @returns stops asking */
export function keepAppOnDevice(found: (update: Update) => void): () => void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => undefined;
  let asking: ReturnType<typeof setInterval> | undefined;
  const first = setTimeout(async () => {
    // Refused, such as in a private window: then every start comes over the network.
    const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null);
    if (!registration) return;
    watch(registration, found);
    asking = setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
  }, FIRST_WAIT_MS);
  return () => {
    clearTimeout(first);
    clearInterval(asking);
  };
}
