import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Theme } from '@mui/material/styles';
import { madeTheme } from '../../../build/made-theme';
import { themeData } from '../../../build/theme-data';
import { theme } from './theme';

// Not among what the package offers by name.
const require = createRequire(__filename);
const transitionsFile = join(dirname(require.resolve('@mui/material')), 'styles/createTransitions');
const { default: createTransitions } = require(transitionsFile);

const made = madeTheme(themeData(theme), { components: theme.components, spacing: 8 }, createTransitions);

type Vars = { getCssVar: (name: string) => string };
type Values = Record<string, unknown>;
/** `var(--name, value)` → `var(--name)`. The values have brackets in brackets. */
const unvalued = (text: string) => text.replace(/(var\(--[\w-]+), (?:[^()]|\((?:[^()]|\([^()]*\))*\))+\)/g, '$1)');
/** Without functions, and with variables that do not repeat what they stand for. */
const dataOf = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'string' ? unvalued(each) : each)));

describe('the theme as the build makes it', () => {
  it.each(Object.keys(dataOf(theme)))('has the values of MUI: %s', (name) => {
    expect(dataOf((made as unknown as Values)[name])).toEqual(dataOf((theme as unknown as Values)[name]));
  });

  it('lacks only what nothing asks for without looking', () => {
    const functions = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([name, each]) => {
        if (typeof each === 'function') return `${path}${name}`;
        return typeof each === 'object' && each !== null && name !== 'components'
          ? functions(each, `${path}${name}.`)
          : [];
      });
    const has = functions(made);
    expect(functions(theme).filter((name) => !has.includes(name))).toEqual([
      'toRuntimeSource',
      'colorSchemes.light.palette.getContrastText',
      'colorSchemes.light.palette.augmentColor',
      'colorSchemes.dark.palette.getContrastText',
      'colorSchemes.dark.palette.augmentColor',
      'palette.getContrastText',
      'palette.augmentColor',
      'generateThemeVars',
      'generateStyleSheets',
      'shouldSkipGeneratingVar',
    ]);
  });

  const questions: [name: string, ask: (of: Theme) => unknown][] = [
    ['steps', (of) => [of.spacing(3), of.spacing(1, 0.5), of.spacing('auto')]],
    ['sizes', (of) => [of.typography.pxToRem(18), of.typography.pxToRem(13)]],
    ['widths', (of) => [of.breakpoints.up('md'), of.breakpoints.down('sm'), of.breakpoints.only('lg')]],
    ['widths of a box', (of) => [of.containerQueries.up('md'), of.containerQueries('list').down(400)]],
    ['movements', (of) => [of.transitions.create(['color', 'fill'], { duration: of.transitions.duration.short })]],
    ['heights that move', (of) => of.transitions.getAutoHeightDuration(120)],
    ['the dark desk', (of) => of.applyStyles('dark', { color: 'red' })],
    ['a see-through variable', (of) => of.alpha((of.vars as unknown as Theme).palette.primary.main, 0.5)],
    ['a see-through color', (of) => [of.alpha('#667eea', 0.5), of.alpha('rgb(1, 2, 3)', 0.1)]],
    [
      'an opacity that is a variable',
      (of) => of.alpha((of.vars as unknown as Theme).palette.text.primary, 'var(--share)'),
    ],
    ['other colors', (of) => [of.lighten('#667eea', 0.4), of.darken('#667eea', 0.4)]],
    ['the name of a variable', (of) => (of as unknown as Vars).getCssVar('palette-primary-main')],
    ['styles', (of) => of.unstable_sx({ p: 2, color: 'text.secondary', display: { xs: 'none', md: 'block' } })],
  ];

  it.each(questions)('answers like MUI: %s', (_, ask) => {
    expect(dataOf(ask(made))).toEqual(dataOf(ask(theme)));
  });
});
