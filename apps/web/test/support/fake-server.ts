export interface SeenRequest {
  method: string;
  url: string;
  body: unknown;
  headers: Record<string, string>;
}

export interface Answer {
  /** 0 = the network is gone. */
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Answers every request of the page; what was asked is in the returned list. */
export function fakeServer(answer: (request: SeenRequest) => Answer): SeenRequest[] {
  const seen: SeenRequest[] = [];
  class FakeRequest {
    status = 0;
    response: unknown = '';
    responseType = '';
    timeout = 0;
    upload = {};
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    private readonly asked: SeenRequest = { method: '', url: '', body: undefined, headers: {} };
    private answered: Answer = { status: 0 };

    open(method: string, url: string) {
      Object.assign(this.asked, { method, url });
    }
    setRequestHeader(name: string, value: string) {
      this.asked.headers[name] = value;
    }
    getResponseHeader(name: string) {
      return this.answered.headers?.[name] ?? null;
    }
    abort() {
      this.onabort?.();
    }
    send(body?: string | FormData) {
      this.asked.body = typeof body === 'string' ? JSON.parse(body) : body;
      seen.push(this.asked);
      setTimeout(() => {
        this.answered = answer(this.asked);
        this.status = this.answered.status;
        this.response = this.answered.body === undefined ? '' : JSON.stringify(this.answered.body);
        if (this.status === 0) this.onerror?.();
        else this.onload?.();
      });
    }
  }
  globalThis.XMLHttpRequest = FakeRequest as never;
  return seen;
}

export const refusal = (status: number, code: string, details: Record<string, unknown> = {}): Answer => ({
  status,
  body: { error: `Refused: ${code}`, code, details, requestId: 'request-1' },
});
