import { configure } from '@testing-library/dom';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

// Node's channel keeps a process alive; a browser's does not.
const Real = globalThis.BroadcastChannel as unknown as new (name: string) => BroadcastChannel & { unref?: () => void };
globalThis.BroadcastChannel = class extends Real {
  constructor(name: string) {
    super(name);
    this.unref?.();
  }
} as typeof BroadcastChannel;

globalThis.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;

// jsdom keeps the timer of a lost connection running, and the process with it.
globalThis.XMLHttpRequest = class extends XMLHttpRequest {
  constructor() {
    super();
    this.addEventListener('loadend', () => {
      this.timeout = 0;
    });
  }
};

// jsdom knows the element, not how it is shown.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false;
};
