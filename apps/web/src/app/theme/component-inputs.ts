import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

export const inputs: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiInputBase: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        // Below 16 px a phone zooms into the field.
        [theme.breakpoints.down('md')]: { fontSize: '1rem' },
      }),
      input: ({ theme }) => ({
        '&::placeholder': { color: theme.vars.palette.text.tertiary, opacity: 1 },
      }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 40,
        borderRadius: 8,
        backgroundColor: theme.vars.palette.background.paper,
        '@media (pointer: coarse)': { minHeight: 44 },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.outline.control },
        '&:hover:not(.Mui-focused):not(.Mui-error) .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.text.tertiary,
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.primary.main,
          borderWidth: 2,
        },
        '&.Mui-focused': { boxShadow: `0 0 0 4px rgba(${theme.vars.palette.primary.mainChannel} / .18)` },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.error.main },
        '&.Mui-error.Mui-focused': { boxShadow: `0 0 0 4px rgba(${theme.vars.palette.error.mainChannel} / .18)` },
      }),
      input: {
        padding: '9px 12px',
        height: 'auto',
        // The field around it carries the ring.
        '&:focus-visible': { outline: 'none', boxShadow: 'none' },
      },
      multiline: { padding: 0 },
    },
  },
  MuiCheckbox: {
    styleOverrides: { root: ({ theme }) => ({ color: theme.vars.palette.outline.control, padding: 8 }) },
  },
  MuiSwitch: {
    styleOverrides: {
      track: ({ theme }) => ({ backgroundColor: theme.vars.palette.outline.control, opacity: 1 }),
    },
  },
};
