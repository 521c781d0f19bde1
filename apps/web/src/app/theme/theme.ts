import { createTheme } from '@mui/material/styles';
import { components } from './components';
import { toColorScheme } from './palette';
import type {} from './palette-types';
import { darkTokens, lightTokens } from './tokens';
import { typography } from './typography';

/** Read by `build/first-script.js` before the first paint. */
export const THEME_STORAGE_KEY = 'baton-theme';

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: toColorScheme(lightTokens), dark: toColorScheme(darkTokens) },
  typography,
  spacing: 8,
  shape: { borderRadius: 8 },
  transitions: {
    easing: {
      easeInOut: 'cubic-bezier(.2,0,0,1)',
      easeOut: 'cubic-bezier(.2,0,0,1)',
      easeIn: 'cubic-bezier(.4,0,1,1)',
      sharp: 'cubic-bezier(.4,0,1,1)',
    },
    duration: {
      shortest: 120,
      shorter: 120,
      short: 160,
      standard: 160,
      complex: 240,
      enteringScreen: 200,
      leavingScreen: 150,
    },
  },
  components,
});
