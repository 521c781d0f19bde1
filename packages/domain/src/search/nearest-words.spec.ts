import { nearestWords } from './nearest-words.js';

const KNOWN = ['print', 'printer', 'painter', 'pointer', 'sprinter', 'invoice', 'vpn', 'van', 'network'];

describe('the nearest words', () => {
  it.each([
    ['pritner', 'printer'],
    ['prnter', 'printer'],
    ['printre', 'printer'],
    ['printr', 'printer'],
    ['invioce', 'invoice'],
    ['netwrok', 'network'],
    ['vpm', 'vpn'],
  ])('to %s begin with %s', (typed, expected) => expect(nearestWords(typed, KNOWN, 3)[0]).toBe(expected));

  it('prefer the same first letter', () => {
    expect(nearestWords('prinnter', ['sprinter', 'printer'], 2)).toEqual(['printer', 'sprinter']);
    expect(nearestWords('printe', ['orinte', 'print'], 2)).toEqual(['print', 'orinte']);
  });

  it('are none when nothing is near', () => {
    expect(nearestWords('zzzzzz', KNOWN, 3)).toEqual([]);
    expect(nearestWords('vxx', KNOWN, 3)).toEqual([]);
    expect(nearestWords('', KNOWN, 3)).toEqual([]);
  });
});
