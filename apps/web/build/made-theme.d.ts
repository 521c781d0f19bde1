import type { Theme, ThemeOptions } from '@mui/material/styles';

export function madeTheme(
  data: object,
  options: Pick<ThemeOptions, 'components' | 'spacing'>,
  createTransitions: (given: object) => object,
): Theme;
