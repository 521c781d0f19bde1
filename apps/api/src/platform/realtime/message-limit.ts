const PER_SECOND = 30;
const BURST = 90;

/** A token bucket per socket: nobody types this fast. */
export class MessageLimit {
  private tokens = BURST;
  private last = Date.now();

  /** @returns false when the sender is over its rate */
  take(): boolean {
    const now = Date.now();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.last) / 1000) * PER_SECOND);
    this.last = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
