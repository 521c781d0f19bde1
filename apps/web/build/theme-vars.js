/**
 * Instead of MUI's `cssVarsParser`, which also writes the styles of all variables: those stand in the page already
 * (`first-picture`), for both themes. What a variable would be without them need not be named either. It walks the theme
 * in a third of the time.
 */
export function themeVars(theme, { prefix, shouldSkipGeneratingVar: isSkipped }) {
  const walk = (values, path) => {
    const vars = Array.isArray(values) ? [] : {};
    for (const [key, value] of Object.entries(values)) {
      const here = [...path, key];
      // What is left out is so by the first two names of its path.
      if (path.length < 2 && (key === 'vars' || isSkipped(here, value))) continue;
      if (typeof value === 'string' || typeof value === 'number') vars[key] = `var(--${prefix}-${here.join('-')})`;
      else if (typeof value === 'object' && value !== null) {
        const inner = walk(value, here);
        if (Object.keys(inner).length > 0) vars[key] = inner;
      }
    }
    return vars;
  };
  const vars = walk(theme, []);
  return { css: {}, vars, varsWithDefaults: vars };
}
