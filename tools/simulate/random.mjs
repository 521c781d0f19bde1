/**
 * Random numbers that a seed repeats. Every stream has a name, so that drawing more from one leaves the others alone:
 * all modes meet the same people, the same tickets and the same luck.
 */
export function stream(seed, ...names) {
  let state = hash([seed, ...names].join('/'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    /** Between 0 and 1. */
    next,
    /** The gap to the next arrival when they come independently, `mean` apart. */
    exponential: (mean) => -mean * Math.log(1 - next()),
    /** Scatters around 1 with this standard deviation of the logarithm. Its mean is 1. */
    scatter: (deviation) => Math.exp(deviation * normal() - deviation ** 2 / 2),
    /** A place in `weights`, as often as its weight says. */
    pick: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [place, weight] of weights.entries()) {
        rest -= weight;
        if (rest < 0) return place;
      }
      return weights.length - 1;
    },
    shuffled: (items) => {
      const order = items.map((item) => ({ item, at: next() }));
      return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}

/** FNV-1a, mixed once more: names that differ little start streams that have nothing in common. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) | 0;
}
