import { LIMITS } from '@baton/contracts/http/limits';
import { RICH_TEXT_LINK_SCHEMES, RICH_TEXT_MENTION, RICH_TEXT_TAGS } from '@baton/domain/conversation/rich-text';
import sanitizeHtml from 'sanitize-html';
import { AppError } from '../http/app-error.js';
import { linkify } from './linkify.js';
import { toPlainText } from './plain-text.js';

export interface RichText {
  /** Of the allow-list only: safe to put into a page or a mail. Empty when there is nothing to read. */
  html: string;
  /** The same for search, previews and text mails. */
  text: string;
}

/** Deeper nesting says nothing, and some readers recurse. */
const MAX_DEPTH = 30;
/** What browsers and word processors write for tags of the allow-list. */
const SAME_AS = { b: 'strong', i: 'em', del: 's', strike: 's' } as const;
const LINK_ATTRIBUTES = { target: '_blank', rel: 'noopener noreferrer nofollow' };

const { tag: MENTION, attribute: CALLED } = RICH_TEXT_MENTION;
const allowedTags = [...RICH_TEXT_TAGS, MENTION];
const elements = [...allowedTags, ...Object.keys(SAME_AS)].join('|');
const ELEMENT = new RegExp(`<(?:${elements})(?:\\s[^<>]*)?/?>`, 'i');
/** What leaves nothing to see: white space, characters without a shape, and the empty Braille pattern. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Control characters but tab and new line, and halves of surrogate pairs. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;

const schemes = RICH_TEXT_LINK_SCHEMES.map((scheme) => `${scheme}:`);
const PERSON = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** A whole address of an allowed scheme, as the browser's own parser reads it. */
const leadsOut = (href: string | undefined): href is string =>
  href !== undefined && URL.canParse(href) && schemes.includes(new URL(href).protocol);

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: { a: ['href', 'target', 'rel'], [MENTION]: [CALLED] },
  allowedSchemes: [...RICH_TEXT_LINK_SCHEMES],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: MAX_DEPTH,
  // Their content is code or another document, not text.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'title',
    'noscript',
    'template',
    'iframe',
    'xmp',
    'svg',
    'math',
  ],
  transformTags: {
    ...Object.fromEntries(Object.entries(SAME_AS).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})])),
    // Under a name that is not allowed the element goes and its words stay.
    a: (_tagName, { href }) =>
      leadsOut(href) ? { tagName: 'a', attribs: { href, ...LINK_ATTRIBUTES } } : { tagName: 'no-link', attribs: {} },
    [MENTION]: (tagName, { [CALLED]: id = '' }): sanitizeHtml.Tag =>
      PERSON.test(id) ? { tagName, attribs: { [CALLED]: id } } : { tagName: 'no-mention', attribs: {} },
  },
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const link = (url: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;

/** Plain text as people type it: a blank line makes a paragraph, a new line breaks, addresses become links. */
function fromPlainText(input: string): string {
  const paragraphs = input.trim().split(/\n[^\S\n]*\n\s*/);
  const lines = (paragraph: string) => paragraph.split('\n').map((line) => linkify(line.trimEnd(), link, escapeHtml));
  return paragraphs.map((paragraph) => `<p>${lines(paragraph).join('<br />')}</p>`).join('');
}

const isBlank = (html: string): boolean => html.replace(/<[^>]*>/g, '').replace(INVISIBLE, '') === '';

/**
 * What somebody wrote, made safe. Input without a single element of the allow-list is plain text, angle brackets and all.
 * Control characters go. Both results are empty when there is nothing to read.
 * @throws AppError request.too_large {max} in characters
 */
export function toRichText(input: string): RichText {
  if (input.length > LIMITS.richTextMax) throw new AppError('request.too_large', { max: LIMITS.richTextMax });
  const clean = input.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');
  // One way out: what we wrote ourselves is cleaned like anything else.
  const html = sanitizeHtml(ELEMENT.test(clean) ? clean : fromPlainText(clean), OPTIONS);
  return isBlank(html) ? { html: '', text: '' } : { html, text: toPlainText(html) };
}
