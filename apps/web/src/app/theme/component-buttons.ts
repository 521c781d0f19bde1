import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

/** One filled button per view; the rest are outlined, tonal or text. */
export const buttons: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: {
      root: ({ theme }) => ({
        '&.Mui-focusVisible': {
          outline: `2px solid ${theme.vars.palette.primary.main}`,
          outlineOffset: -2,
          boxShadow: `0 0 0 4px rgba(${theme.vars.palette.primary.mainChannel} / .18)`,
        },
      }),
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'primary' },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        minWidth: 0,
        padding: '7px 14px',
        borderRadius: 8,
        whiteSpace: 'nowrap',
        '@media (pointer: coarse)': { minHeight: 44 },
        '&.Mui-disabled': {
          color: theme.vars.palette.text.tertiary,
          backgroundColor: theme.vars.palette.surface.neutral,
          borderColor: 'transparent',
        },
        '&.MuiButton-loading.Mui-disabled': { color: 'transparent' },
        '& .MuiButton-loadingIndicator': { color: theme.vars.palette.text.secondary },
      }),
      sizeSmall: { minHeight: 32, padding: '5px 10px' },
      sizeLarge: ({ theme }) => ({ ...theme.typography.subtitle1, fontWeight: 600, minHeight: 44, paddingInline: 18 }),
      startIcon: { marginLeft: -2, '& > *:nth-of-type(1)': { fontSize: 18 } },
      endIcon: { marginRight: -4, '& > *:nth-of-type(1)': { fontSize: 18 } },
    },
    variants: [
      {
        props: { variant: 'contained', color: 'primary' },
        style: ({ theme }) => ({
          backgroundColor: theme.vars.palette.primary.button,
          color: '#fff',
          boxShadow: '0 1px 2px rgba(24,30,58,.16)',
          '&:hover': { backgroundColor: theme.vars.palette.primary.buttonHover },
          '&.Mui-focusVisible': { outlineOffset: 2 },
        }),
      },
      {
        props: { variant: 'contained', color: 'error' },
        style: ({ theme }) => ({
          backgroundColor: theme.vars.palette.error.fill,
          color: '#fff',
          '&:hover': { backgroundColor: theme.vars.palette.error.fillHover },
          '&.Mui-focusVisible': { outlineOffset: 2 },
        }),
      },
      {
        props: { variant: 'outlined', color: 'primary' },
        style: ({ theme }) => ({
          backgroundColor: theme.vars.palette.background.paper,
          borderColor: theme.vars.palette.outline.button,
          color: theme.vars.palette.text.primary,
          '&:hover': {
            backgroundColor: theme.vars.palette.surface.hover,
            borderColor: theme.vars.palette.outline.button,
          },
        }),
      },
      {
        props: { variant: 'outlined', color: 'error' },
        style: ({ theme }) => ({
          backgroundColor: theme.vars.palette.background.paper,
          borderColor: theme.vars.palette.outline.button,
          color: theme.vars.palette.error.text,
          '&:hover': { backgroundColor: theme.vars.palette.error.soft, borderColor: theme.vars.palette.outline.button },
        }),
      },
      {
        props: { variant: 'text', color: 'primary' },
        style: ({ theme }) => ({
          color: theme.vars.palette.primary.text,
          '&:hover': { backgroundColor: theme.vars.palette.primary.soft },
        }),
      },
      {
        props: { variant: 'text', color: 'inherit' },
        style: ({ theme }) => ({
          color: theme.vars.palette.text.secondary,
          fontWeight: 500,
          '&:hover': { backgroundColor: theme.vars.palette.surface.hover },
        }),
      },
      {
        props: { variant: 'tonal' },
        style: ({ theme }) => ({
          backgroundColor: theme.vars.palette.primary.soft2,
          color: theme.vars.palette.primary.text,
          '&:hover': { backgroundColor: theme.vars.palette.primary.soft2 },
        }),
      },
    ],
  },
  MuiIconButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        width: 36,
        height: 36,
        borderRadius: 8,
        color: theme.vars.palette.text.secondary,
        '&:hover': { backgroundColor: theme.vars.palette.surface.hover },
        '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
      }),
      sizeSmall: { width: 32, height: 32 },
    },
  },
};
