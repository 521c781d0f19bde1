import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import { buttons } from './component-buttons';
import { inputs } from './component-inputs';
import { overlays } from './component-overlays';

type ThemeComponents = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;

export const components: ThemeComponents = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      html: { height: '100%' },
      body: {
        ...theme.typography.body2,
        minHeight: '100%',
        backgroundColor: theme.vars.palette.background.default,
        overflowWrap: 'anywhere',
      },
      '#root': { minHeight: '100dvh' },
      '::selection': { backgroundColor: theme.vars.palette.primary.soft2 },
      ':focus-visible': {
        outline: `2px solid ${theme.vars.palette.primary.main}`,
        outlineOffset: -2,
        boxShadow: `0 0 0 4px rgba(${theme.vars.palette.primary.mainChannel} / .18)`,
      },
      // A heading takes focus on navigation so that it is read out; it is no control and needs no ring.
      'h1:focus-visible': { outline: 'none', boxShadow: 'none' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '80ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '80ms !important',
          scrollBehavior: 'auto !important',
        },
      },
    }),
  },
  MuiTypography: {
    defaultProps: { variant: 'body2', variantMapping: { message: 'div' } },
  },
  MuiSvgIcon: { defaultProps: { fontSize: 'inherit' }, styleOverrides: { root: { fontSize: 20 } } },
  MuiLink: {
    defaultProps: { underline: 'hover' },
    styleOverrides: {
      root: ({ theme }) => ({ color: theme.vars.palette.primary.text, fontWeight: 500, borderRadius: 4 }),
    },
  },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDivider: { styleOverrides: { root: ({ theme }) => ({ borderColor: theme.vars.palette.divider }) } },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        padding: '10px 16px',
        borderColor: theme.vars.palette.divider,
      }),
      head: ({ theme }) => ({
        ...theme.typography.caption,
        color: theme.vars.palette.text.tertiary,
        fontWeight: 500,
        height: 40,
      }),
    },
  },
  MuiTableRow: {
    styleOverrides: { root: { '&:last-of-type > td': { borderBottom: 0 } } },
  },
  MuiChip: {
    styleOverrides: {
      root: ({ theme }) => ({ ...theme.typography.caption, fontWeight: 600, height: 24, borderRadius: 6 }),
      label: { paddingInline: 8 },
    },
  },
  ...buttons,
  ...inputs,
  ...overlays,
};
