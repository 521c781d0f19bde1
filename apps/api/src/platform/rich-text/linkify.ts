const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]{1,2000}/gi;
const TRAILING = new Set('.,;:!?\'"*_~');
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Splits off what ends the sentence rather than the address: `(see https://a.test/x_(y)).` keeps `https://a.test/x_(y)`. */
function addressLength(candidate: string): number {
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate[end - 1] as string;
    const opening = PAIRS[last];
    const unmatched = opening !== undefined && !candidate.slice(0, end - 1).includes(opening);
    if (!TRAILING.has(last) && !unmatched) break;
  }
  return end;
}

/** Passes every web address of a text through `link` and everything between them through `plain`. */
export function linkify(text: string, link: (url: string) => string, plain: (text: string) => string): string {
  let result = '';
  let done = 0;
  for (const { 0: candidate, index } of text.matchAll(ADDRESS)) {
    const url = candidate.slice(0, addressLength(candidate));
    if (!URL.canParse(url)) continue;
    result += plain(text.slice(done, index)) + link(url);
    done = index + url.length;
  }
  return result + plain(text.slice(done));
}
