import { RICH_TEXT_LINK_SCHEMES, RICH_TEXT_TAGS } from '@baton/domain/conversation/rich-text';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { fixedBox } from './fixed-box';
import { richTextStyles } from './rich-text-styles';

const Text = fixedBox('div', { ...richTextStyles, maxWidth: '68ch' });

/** What these hold is no text. */
const dropped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'math', 'iframe', 'object']);
const allowedTags: ReadonlySet<string> = new Set(RICH_TEXT_TAGS);
const allowedSchemes: readonly string[] = RICH_TEXT_LINK_SCHEMES.map((scheme) => `${scheme}:`);

function safeHref(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  try {
    return allowedSchemes.includes(new URL(href).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

function attributesOf(element: Element): Record<string, string | undefined> {
  if (isMention(element)) return { 'data-mention': '' };
  return element.tagName === 'A'
    ? { href: safeHref(element), target: '_blank', rel: 'noopener noreferrer nofollow' }
    : {};
}

const isMention = (element: Element) => element.tagName === 'SPAN' && element.hasAttribute('data-mention');

function toReact(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (dropped.has(tag)) return null;
  const children = [...node.childNodes].map(toReact);
  if (!allowedTags.has(tag) && !isMention(node)) return createElement(Fragment, { key }, ...children);
  return createElement(tag, { key, ...attributesOf(node) }, ...(tag === 'br' ? [] : children));
}

const parse = (html: string): ReactNode[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(toReact);

/** Messages that were shown last, so that a ticket opened again is not read again. */
const parsed = new Map<string, ReactNode[]>();
const MOST_PARSED = 300;

function contentOf(html: string): ReactNode[] {
  const content = parsed.get(html) ?? parse(html);
  parsed.delete(html);
  parsed.set(html, content);
  if (parsed.size > MOST_PARSED) parsed.delete(parsed.keys().next().value as string);
  return content;
}

/** Sanitized HTML of the server, rebuilt as elements of the allow-list: no markup reaches the page as text of its own. */
export function RichText({ html }: { html: string }) {
  const content = useMemo(() => contentOf(html), [html]);
  return <Text>{content}</Text>;
}
