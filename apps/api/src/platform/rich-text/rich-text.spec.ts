import { LIMITS } from '@baton/contracts/http/limits';
import { RICH_TEXT_LINK_SCHEMES, RICH_TEXT_MENTION, RICH_TEXT_TAGS } from '@baton/domain/conversation/rich-text';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { XSS_VECTORS } from '../../../test/support/xss-vectors.js';
import { toRichText } from './rich-text.js';

const LINK = 'target="_blank" rel="noopener noreferrer nofollow"';
const ID = '01900000-0000-7000-8000-000000000000';
const allowedTags: readonly string[] = RICH_TEXT_TAGS;
const allowedSchemes = RICH_TEXT_LINK_SCHEMES.map((scheme) => `${scheme}:`);

/** Exactly a name with the id of who is called. */
const isMention = ({ tagName, attrs: [first, ...others] }: DefaultTreeAdapterTypes.Element): boolean =>
  tagName === RICH_TEXT_MENTION.tag &&
  first?.name === RICH_TEXT_MENTION.attribute &&
  /^[0-9a-f-]{36}$/.test(first.value) &&
  others.length === 0;

/** What a browser would find in this HTML that the allow-list does not have. */
function foreignTo(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#comment') found.push('comment');
    if ('tagName' in node && !isMention(node)) {
      if (!allowedTags.includes(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (node.tagName !== 'a' || !['href', 'target', 'rel'].includes(name)) found.push(`${name}="${value}"`);
        if (name === 'href' && !(URL.canParse(value) && allowedSchemes.includes(new URL(value).protocol)))
          found.push(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(html));
  return found;
}

describe('script', () => {
  it('is tried in more than a hundred ways', () => {
    expect(new Set(XSS_VECTORS).size).toBeGreaterThan(150);
  });

  it.each(XSS_VECTORS)('does not get through: %j', (vector) => {
    for (const input of [vector, `<p>before</p>${vector}`, `<blockquote><p>${vector}`, `${vector}<p>after</p>`]) {
      const { html, text } = toRichText(input);
      expect(foreignTo(html)).toEqual([]);
      // Nor after a browser wrote it again, or when cleaned a second time.
      expect(foreignTo(serialize(parseFragment(html)))).toEqual([]);
      expect(foreignTo(toRichText(html).html)).toEqual([]);
      expect(foreignTo(toRichText(text).html)).toEqual([]);
    }
  });

  it('is found by this test when it does get through', () => {
    for (const html of [
      '<img src=x>',
      '<p onclick=x>',
      '<a href="javascript:x">',
      '<a href="x">',
      '<!--x-->',
      '<p id=x>',
      '<span>',
      '<span data-mention="x">',
      `<span data-mention="${ID}" onclick=x>`,
    ])
      expect(foreignTo(html)).not.toEqual([]);
  });
});

describe('rich text', () => {
  it('keeps the whole allow-list', () => {
    const html =
      '<p>a <strong>b</strong> <em>c</em> <u>d</u> <s>e</s> <code>f</code></p><pre>g\nh</pre><blockquote><p>i</p></blockquote><ul><li>j</li></ul><ol><li>k</li></ol>';
    expect(toRichText(html).html).toBe(html);
  });

  it('gives links a safe window', () => {
    expect(toRichText('<a href="https://a.test/?x=1&amp;y=2" rel="opener" target="top">a</a>').html).toBe(
      `<a href="https://a.test/?x=1&amp;y=2" ${LINK}>a</a>`,
    );
    for (const href of ['mailto:a@a.test', 'tel:+4930123456', 'http://a.test'])
      expect(toRichText(`<a href="${href}">a</a>`).html).toContain(`href="${href}"`);
  });

  it('drops the link and keeps the words of other schemes', () => {
    expect(toRichText('<p><a href="javascript:alert(1)">Read me</a></p>').text).toBe('Read me');
  });

  it('keeps a mention, and nothing else of a span', () => {
    const called = `<p><span data-mention="${ID}">@Ada</span></p>`;
    expect(toRichText(called)).toEqual({ html: called, text: '@Ada' });
    for (const span of [
      '<span>@Ada</span>',
      '<span class="x">@Ada</span>',
      `<span data-mention="${ID}x">@Ada</span>`,
      `<span data-mention="../${ID}">@Ada</span>`,
    ])
      expect(toRichText(`<p>${span}</p>`).html).toBe('<p>@Ada</p>');
    expect(toRichText(called.replace('>@', ' style="x" id="y" onclick="z">@')).html).toBe(called);
  });

  it('reads b, i, del and strike as what they mean', () => {
    expect(toRichText('<b>a</b><i class="x">b</i><del>c</del><strike>d</strike>').html).toBe(
      '<strong>a</strong><em>b</em><s>c</s><s>d</s>',
    );
  });

  it('has a text beside it', () => {
    const { text } = toRichText(
      '<p>Hi <strong>Dana</strong>,<br>see <a href="https://a.test/x">the page</a> &amp; <a href="https://b.test">https://b.test</a></p><ul><li>one</li><li>two</li></ul><p>1 &lt; 2</p>',
    );
    expect(text).toBe('Hi Dana,\nsee the page (https://a.test/x) & https://b.test\n\n- one\n- two\n\n1 < 2');
  });
});

describe('plain text', () => {
  it.each([
    ['Hello', '<p>Hello</p>'],
    ['a\nb\n\nc\r\n\r\n\r\nd', '<p>a<br />b</p><p>c</p><p>d</p>'],
    ['2 < 3 && "x" > 1', '<p>2 &lt; 3 &amp;&amp; "x" &gt; 1</p>'],
    ['The tag <script> & <div>', '<p>The tag &lt;script&gt; &amp; &lt;div&gt;</p>'],
    ['if a <b and c', '<p>if a &lt;b and c</p>'],
    ['\n\n  spaced  \n\n', '<p>spaced</p>'],
    ['bell\u0007 null\0 half\ud800', '<p>bell null half</p>'],
    ['Zażółć 👩‍💻 日本語', '<p>Zażółć 👩‍💻 日本語</p>'],
  ])('%j becomes %j', (input, html) => {
    expect(toRichText(input).html).toBe(html);
  });

  it.each([
    ['see https://a.test/x.', 'https://a.test/x'],
    ['(https://a.test/x)', 'https://a.test/x'],
    ['https://a.test/a_(b)', 'https://a.test/a_(b)'],
    ['HTTP://A.test!', 'HTTP://A.test'],
    ['https://a.test/?q=1&r=2, and more', 'https://a.test/?q=1&r=2'],
  ])('%j has the link %j', (input, url) => {
    const href = url.replace('&', '&amp;');
    expect(toRichText(input).html).toContain(`<a href="${href}" ${LINK}>${href}</a>`);
    expect(toRichText(input).text).toBe(input);
  });

  it.each(['ftp://a.test', 'https://', 'javascript:alert(1)', 'www.a.test'])('%j has no link', (input) => {
    expect(toRichText(input).html).not.toContain('<a');
  });
});

describe('nothing', () => {
  it.each([
    '',
    '  \n ',
    '<p></p>',
    '<p> <br> </p>',
    '<p>&nbsp;\u200b</p>',
    '<ul><li></li></ul>',
    '<script>x</script><p></p>',
    '\u2800',
    '\0',
  ])('%j is empty', (input) => {
    expect(toRichText(input)).toEqual({ html: '', text: '' });
  });
});

describe('hostile size', () => {
  const max = LIMITS.richTextMax;
  const filled = (piece: string) => piece.repeat(max).slice(0, max);

  it('is refused beyond the limit', () => {
    expect(() => toRichText('<p>'.repeat(100_000))).toThrow(expect.objectContaining({ code: 'request.too_large' }));
  });

  it.each([
    '<p>',
    '<em>',
    '<a href="',
    '<blockquote>',
    '<!--',
    '<',
    '&lt',
    '\n \n',
    'https://a',
    'https://a.test/)',
    '(',
    '<p><',
    '<a ',
    ' ',
    '<![CDATA[',
  ])('of %j repeated is quick and shallow', (piece) => {
    const start = performance.now();
    const { html } = toRichText(filled(piece));
    expect(performance.now() - start).toBeLessThan(10_000);
    let depth = 0;
    for (
      let node = parseFragment(html).childNodes[0];
      node;
      node = 'childNodes' in node ? node.childNodes[0] : undefined
    )
      depth++;
    expect(depth).toBeLessThan(50);
  });
});
