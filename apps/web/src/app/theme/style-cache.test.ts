import { styleCache } from './style-cache';

function written(styles: string): string[] {
  const cache = styleCache();
  cache.insert('.part', { name: 'part', styles }, cache.sheet, true);
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  cache.sheet.flush();
  return rules;
}

describe('a style', () => {
  it.each([
    ['user-select:none;', '-webkit-user-select: none; user-select: none;'],
    ['color-adjust:exact;', '-webkit-print-color-adjust: exact; print-color-adjust: exact;'],
    ['display:flex;', 'display: flex;'],
  ])('is written as browsers know it: %s', (styles, expected) => {
    expect(written(styles)).toEqual([`.part {${expected}}`]);
  });
});
