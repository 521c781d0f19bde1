/** Work on one thing after another, in the order in which it was asked for; different things do not wait for each other. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** @returns the outcome of this work; that of what came before it does not matter */
  async take(key: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    this.last.set(key, settled);
    await turn.finally(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
  }

  isTaken(key: string): boolean {
    return this.last.has(key);
  }
}
