import Box from '@mui/material/Box';
import { texts } from '../palette.texts';
import { Cap } from './keys';

/** Which keys do what, where there are keys. */
export function PaletteFoot({ onShortcuts }: { onShortcuts: () => void }) {
  return (
    <Box
      sx={{
        display: { xs: 'none', sm: 'flex' },
        alignItems: 'center',
        gap: 2,
        height: 44,
        flex: 'none',
        px: 2.5,
        bgcolor: 'surface.sunken',
        typography: 'caption',
        color: 'text.secondary',
        '& > span, & > button': { display: 'inline-flex', alignItems: 'center', gap: 0.75 },
      }}
    >
      <span>
        <Cap>↑</Cap>
        <Cap>↓</Cap>
        {texts.move}
      </span>
      <span>
        <Cap>↵</Cap>
        {texts.run}
      </span>
      <span>
        <Cap>Ctrl</Cap>
        <Cap>↵</Cap>
        {texts.beside}
      </span>
      <Box
        component="button"
        type="button"
        onClick={onShortcuts}
        sx={{
          ml: 'auto',
          p: 0.5,
          border: 0,
          borderRadius: '6px',
          bgcolor: 'transparent',
          color: 'inherit',
          font: 'inherit',
          cursor: 'pointer',
        }}
      >
        <Cap>?</Cap>
        {texts.allShortcuts}
      </Box>
    </Box>
  );
}
