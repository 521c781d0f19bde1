/** A colour of the theme in plain CSS, such as `info.text`: for a style that differs from one thing to the next. */
export const colorOf = (path: string): string => `var(--mui-palette-${path.replaceAll('.', '-')})`;
