import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

export const overlays: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 16,
        boxShadow: theme.vars.palette.elevation.dialog,
        [theme.breakpoints.down('sm')]: { margin: 16, width: 'calc(100% - 32px)' },
      }),
    },
  },
  MuiDialogTitle: { styleOverrides: { root: ({ theme }) => ({ ...theme.typography.h4, padding: '20px 24px 4px' }) } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 8 } } },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(24,30,58,.26)' } } },
  },
  MuiPopover: {
    styleOverrides: {
      paper: ({ theme }) => ({ borderRadius: 12, boxShadow: theme.vars.palette.elevation.popover }),
    },
  },
  MuiMenu: { styleOverrides: { list: { padding: 6 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme }) => ({
        ...theme.typography.body2,
        minHeight: 36,
        padding: '6px 10px',
        borderRadius: 8,
        gap: 10,
        '@media (pointer: coarse)': { minHeight: 44 },
        '&:hover, &.Mui-focusVisible': { backgroundColor: theme.vars.palette.surface.hover },
        '&.Mui-selected, &.Mui-selected:hover': {
          backgroundColor: theme.vars.palette.primary.soft,
          color: theme.vars.palette.primary.text,
          fontWeight: 500,
        },
      }),
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 300, disableInteractive: true },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        ...theme.typography.caption,
        fontWeight: 500,
        padding: '6px 8px',
        borderRadius: 6,
        backgroundColor: theme.vars.palette.toast.ground,
        color: theme.vars.palette.toast.text,
      }),
    },
  },
  MuiDrawer: {
    styleOverrides: { paper: ({ theme }) => ({ boxShadow: theme.vars.palette.elevation.dialog }) },
  },
};
