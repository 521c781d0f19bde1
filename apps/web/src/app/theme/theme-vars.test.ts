import { themeVars } from '../../../build/theme-vars';
import { theme } from './theme';

type Vars = Record<string, unknown>;

/** As MUI made it, which is what tests run with. */
const made = theme as unknown as Vars & {
  vars: Vars;
  colorSchemes: Record<'light' | 'dark', Vars>;
  shouldSkipGeneratingVar: (path: string[]) => boolean;
};

/** `var(--name, value)` → `var(--name)` */
const withoutValues = (vars: unknown) =>
  JSON.parse(JSON.stringify(vars).replace(/(var\(--[\w-]+), (?:[^"\\]|\\.)*\)(?=")/g, '$1)'));

const isBranch = (value: unknown): value is Vars => typeof value === 'object' && value !== null;

function merged(one: Vars, other: Vars): Vars {
  const both = Object.entries(other).map(([key, value]) => {
    const before = one[key];
    return [key, isBranch(before) && isBranch(value) && !Array.isArray(value) ? merged(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}

describe("the theme's variables as the build makes them", () => {
  const { light, dark } = made.colorSchemes;
  // A function takes its place once the variables are made.
  const root = { ...made, spacing: '8px' };
  const parts = [root, dark, light].map(
    (values) => themeVars(values, { prefix: 'mui', shouldSkipGeneratingVar: made.shouldSkipGeneratingVar }).vars,
  );
  const vars = parts.reduce(merged);

  it.each(Object.keys(made.vars))('are those of MUI: %s', (name) => {
    expect(vars[name]).toEqual(withoutValues(made.vars[name]));
  });
});
