/** The small rich-text subset: what a message may contain once sanitized. */
export const RICH_TEXT_TAGS = [
  'p',
  'br',
  'strong',
  'em',
  'u',
  's',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
] as const;
/** The one other element: a name, with the id of the colleague it calls. Without that it is only its text. */
export const RICH_TEXT_MENTION = { tag: 'span', attribute: 'data-mention' } as const;
export const RICH_TEXT_LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'] as const;
