import { parse } from 'parse5';
import { html, sanitized } from './html.js';
import { mailLayout, subjectLine } from './mail-layout.js';

const content = {
  sender: 'Acme',
  preheader: 'Read this',
  heading: 'Mateo replied',
  paragraphs: ['One', 'Two'],
  quote: { author: 'Mateo', html: '<p>Hi<br />there</p>', text: 'Hi\nthere' },
  button: { label: 'Open', url: 'https://a.test/tickets/ACME-1?a=1&b=2' },
  footer: 'Because.',
};

describe('mailLayout', () => {
  it('says the same in both parts', () => {
    const mail = mailLayout(content);
    expect(mail.text).toBe(
      'Mateo replied\n\nOne\n\nTwo\n\nMateo:\n> Hi\n> there\n\nOpen:\nhttps://a.test/tickets/ACME-1?a=1&b=2\n\n-- \nBecause.\n',
    );
    for (const part of ['Mateo replied', 'One', 'Two', '<p>Hi<br />there</p>', 'a=1&amp;b=2', 'Because.'])
      expect(mail.html).toContain(part);
  });

  it('leaves out what is absent', () => {
    const { html: page, text } = mailLayout({ ...content, quote: undefined, button: undefined });
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('class="quote"');
    expect(text).toBe('Mateo replied\n\nOne\n\nTwo\n\n-- \nBecause.\n');
  });

  it('is well-formed and loads nothing', () => {
    const errors: string[] = [];
    const { html: page } = mailLayout(content);
    parse(page, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(page).not.toMatch(/<(img|script|link|iframe)|src=|url\(|@import/i);
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
  });
});

describe('html', () => {
  it('escapes every value but its own results', () => {
    const name = `<b title="x">'&'</b>`;
    const escaped = '&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;';
    expect(html`<p title="${name}">${name}${[html`<i>${1}</i>`, name]}${null}${undefined}${false}</p>`.value).toBe(
      `<p title="${escaped}">${escaped}<i>1</i>${escaped}</p>`,
    );
    expect(html`${sanitized('<b>a</b>')}`.value).toBe('<b>a</b>');
  });
});

describe('subjectLine', () => {
  it.each([
    ['a\r\nBcc: eve@evil.test', 'a Bcc: eve@evil.test'],
    ['a\u2028b\0c\u0085d', 'a b c d'],
    ['  x  ', 'x'],
  ])('%j is %j', (given, expected) => {
    expect(subjectLine(given)).toBe(expected);
  });

  it('is cut between characters', () => {
    expect(subjectLine('👍'.repeat(300))).toBe('👍'.repeat(200));
  });
});
