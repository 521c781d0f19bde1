const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** How the elements of the allow-list read as text, in order. */
const RULES: [RegExp, string][] = [
  [/<br\s*\/?>/g, '\n'],
  [/<li>/g, '- '],
  [/<\/li>/g, '\n'],
  [/<\/(?:p|pre|blockquote|ul|ol)>/g, '\n\n'],
  [/<[^>]*>/g, ''],
];

/** A link reads as `label (address)`, or as the address alone when that is its label. */
const LINK = /<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g;

/** The text of sanitized HTML. Only for the sanitizer's own output: it relies on its escaping. */
export function toPlainText(html: string): string {
  const linked = html.replace(LINK, (_all, href: string, label: string) =>
    label === href || `mailto:${label}` === href || `tel:${label}` === href ? label : `${label} (${href})`,
  );
  return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), linked)
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] as string)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
