/** Text that behaves like text: a few words in every sentence, most words hardly ever. The same on every run. */

const everyday =
  'the to is not my it and a on for please can with since printer laptop password access screen vpn account email error login network help open update install slow shared folder calendar meeting phone license request monitor keyboard software browser server connect paper jam'.split(
    ' ',
  );
const syllables = 'ba de fi go lu ma ne pi ro su ta ve ki xo za mur tel pon gar lim'.split(' ');
const vocabulary = [...everyday, ...invented(6000)];

function invented(count) {
  return Array.from({ length: count }, (_, at) => {
    const digits = [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20];
    return digits.map((digit) => syllables[digit]).join('');
  });
}

/** Numbers in [0, 1) that follow from the seed alone (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Zipf's law: the word of rank r comes up in proportion to 1/r. */
const word = (random) => vocabulary[Math.floor(vocabulary.length ** random()) - 1];

/** @returns `count` sentences of `length` words */
export function sentences(count, length, seed) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => Array.from({ length }, () => word(random)).join(' '));
}
