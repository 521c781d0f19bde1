/** Changes of one letter each that a typing error may consist of; fewer in short words, which are near to many. */
const errorsIn = (word: string): number => (word.length <= 4 ? 1 : 2);
/** People rarely mistype the first letter. */
const OTHER_BEGINNING = 0.5;

/** The words a mistyped one may have meant, the likeliest first. */
export function nearestWords(typed: string, known: readonly string[], limit: number): string[] {
  const letters = [...typed];
  return (
    known
      .map((word) => ({ word, errors: distance(letters, [...word]) }))
      .filter(({ word, errors }) => word !== typed && errors <= errorsIn(typed))
      .map(({ word, errors }) => ({ word, cost: errors + (word[0] === typed[0] ? 0 : OTHER_BEGINNING) }))
      // A letter is forgotten more often than one too many is typed.
      .sort((a, b) => a.cost - b.cost || b.word.length - a.word.length)
      .slice(0, limit)
      .map(({ word }) => word)
  );
}

/** Letters inserted, left out, replaced, or swapped with their neighbour. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = b.map((_letter, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : kept;
      row.push(Math.min(kept, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], place: number): number => row[place] as number;
