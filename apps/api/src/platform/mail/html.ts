/** HTML that may go out as it is. */
export class SafeHtml {
  constructor(readonly value: string) {}
}

type Part = string | number | SafeHtml | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(part: Part): string {
  if (part instanceof SafeHtml) return part.value;
  if (Array.isArray(part)) return part.map(render).join('');
  if (part === null || part === undefined || part === false) return '';
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A template whose every value is escaped, unless it is itself the result of one. Absent values leave nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): SafeHtml =>
  new SafeHtml(strings.reduce((before, string, index) => before + render(parts[index - 1]) + string));

/** For HTML the sanitizer has cleaned, and nothing else. */
export const sanitized = (value: string): SafeHtml => new SafeHtml(value);
