/** `var(--name, value)` → `var(--name)`: the page brings all variables along. */
const WITH_VALUE = /^(var\(--[\w-]+), .*\)$/s;

/** Of the theme all that is data, for `madeTheme`. The components are the app's own, and the rest is in MUI's code. */
export function themeData(theme: object): Record<string, unknown> {
  const { components: _, unstable_sxConfig: __, breakpoints: ___, ...data } = theme as Record<string, unknown>;
  const { defaultColorScheme, colorSchemes } = data as {
    defaultColorScheme: string;
    colorSchemes: Record<string, object>;
  };
  for (const name of Object.keys(colorSchemes[defaultColorScheme] ?? {})) delete data[name];
  return JSON.parse(
    JSON.stringify(data, (_key, value) => (typeof value === 'string' ? value.replace(WITH_VALUE, '$1)') : value)),
  );
}
