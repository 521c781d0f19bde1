import { render } from '@testing-library/react';
import { RichText } from './rich-text';

const show = (html: string) => render(<RichText html={html} />).container.firstElementChild as HTMLElement;

test('keeps the allowed tags', () => {
  expect(show('<p>A <strong>b</strong><br>c</p><ul><li>d</li></ul>').innerHTML).toBe(
    '<p>A <strong>b</strong><br>c</p><ul><li>d</li></ul>',
  );
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="x"></iframe>',
  '<style>*{}</style>',
])('drops %s', (html) => expect(show(html).innerHTML).toBe(''));

test('drops handlers and keeps the words', () => {
  expect(show('<div onclick="x()"><p style="color:red" onclick="x()">hello</p></div>').innerHTML).toBe('<p>hello</p>');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:alert(1)', '//evil.test'])(
  'a link to %s leads nowhere',
  (href) => {
    expect(show(`<a href="${href}">x</a>`).querySelector('a')?.getAttribute('href')).toBeNull();
  },
);

test('a link opens elsewhere and tells nobody where from', () => {
  const link = show('<a href="https://a.test/">x</a>').querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://a.test/');
  expect(link?.rel).toContain('noopener');
});
