/** What is going to happen, soonest first; what happens at the same time, in the order in which it was foreseen. */
export class Events {
  #heap = [];
  #count = 0;

  add(at, event) {
    this.#heap.push({ at, order: this.#count++, event });
    this.#up(this.#heap.length - 1);
  }

  /** @returns `{at, event}`, or undefined when nothing is left to happen */
  next() {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#down(0);
    }
    return first;
  }

  #up(from) {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!this.#isSooner(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #down(from) {
    for (let place = from; ; ) {
      let soonest = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < this.#heap.length && this.#isSooner(child, soonest)) soonest = child;
      }
      if (soonest === place) return;
      this.#swap(place, soonest);
      place = soonest;
    }
  }

  #isSooner(a, b) {
    const [left, right] = [this.#heap[a], this.#heap[b]];
    return left.at < right.at || (left.at === right.at && left.order < right.order);
  }

  #swap(a, b) {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
  }
}
