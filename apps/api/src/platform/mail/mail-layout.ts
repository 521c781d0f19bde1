import { html, type SafeHtml, sanitized } from './html.js';
import { CLASSES, inline } from './mail-styles.js';

export interface MailContent {
  /** Whose mail this is: the organization. */
  sender: string;
  /** What a list of mails shows behind the subject. */
  preheader: string;
  heading: string;
  paragraphs: readonly string[];
  /** What somebody wrote: sanitized HTML and its text. */
  quote?: { author: string; html: string; text: string };
  button?: { label: string; url: string };
  /** Why the reader got this. */
  footer: string;
}

/** The Baton mark without an image: two capsules handing over. Where nothing rotates they are two bars. */
const MARK = html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="32" height="32" bgcolor="#667eea" ${inline('mark')} aria-hidden="true"><div ${inline('capsuleLeft')}></div><div ${inline('capsuleRight')}></div></td>
</tr></table>`;

const quoteBlock = ({ author, html: body }: NonNullable<MailContent['quote']>): SafeHtml => html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="quote" ${inline('quote')}><p class="strong" ${inline('author')}>${author}</p>
<div class="body">${sanitized(body)}</div></td>
</tr></table>`;

const buttonBlock = ({ label, url }: NonNullable<MailContent['button']>): SafeHtml => html`
<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${inline('block')}><tr>
<td class="button" bgcolor="#4f63d2" ${inline('buttonCell')}><a href="${url}" ${inline('button')}>${label}</a></td>
</tr></table>
<p class="quiet" ${inline('address')}>Or open <a class="link" href="${url}" ${inline('link')}>${url}</a></p>`;

function page(content: MailContent): SafeHtml {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${content.heading}</title>
<style>${sanitized(CLASSES)}</style>
</head>
<body class="canvas" ${inline('canvas')}>
<div ${inline('preheader')}>${content.preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="canvas" ${inline('canvas')}><tr><td align="center" ${inline('outside')}>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" ${inline('column')}>
<tr><td ${inline('header')}>
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td>${MARK}</td><td class="strong" ${inline('sender')}>${content.sender}</td></tr></table>
</td></tr>
<tr><td class="panel" ${inline('panel')}>
<h1 class="strong" ${inline('heading')}>${content.heading}</h1>
${content.paragraphs.map((paragraph) => html`<p class="text" ${inline('paragraph')}>${paragraph}</p>\n`)}
${content.quote && quoteBlock(content.quote)}
${content.button && buttonBlock(content.button)}
</td></tr>
<tr><td class="quiet" ${inline('footer')}>${content.footer}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

function plain({ heading, paragraphs, quote, button, footer }: MailContent): string {
  const written = quote && `${quote.author}:\n${quoted(quote.text)}`;
  const parts = [heading, ...paragraphs, written, button && `${button.label}:\n${button.url}`, `-- \n${footer}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A mail in Baton's clothes, for any reader: tables and inline styles, dark where wanted, nothing loaded from afar. */
export const mailLayout = (content: MailContent): { html: string; text: string } => ({
  html: page(content).value,
  text: plain(content),
});

/** A subject on one line, whatever a name or a ticket put into it. */
export const subjectLine = (text: string): string => shorten(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(), 200);

/** The beginning of a text, cut between characters. */
export const shorten = (text: string, max: number): string => [...text].slice(0, max).join('');
