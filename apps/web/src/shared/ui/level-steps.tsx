import Box from '@mui/material/Box';
import { VisuallyHidden } from './visually-hidden';
import { texts } from './work.texts';

export const LEVELS = [1, 2, 3, 4, 5] as const;

/** How well somebody can do something: five steps, as many of them filled. */
export function LevelSteps({ level }: { level: number }) {
  return (
    <Box
      component="span"
      title={`${level} · ${texts.levelWord(level)}`}
      sx={{ display: 'inline-flex', alignItems: 'flex-end', gap: '2px', flex: 'none', height: 12 }}
    >
      {LEVELS.map((step) => (
        <Box
          component="span"
          key={step}
          sx={{
            width: 3,
            height: 4 + step * 1.6,
            borderRadius: '1px',
            bgcolor: step <= level ? 'primary.main' : 'ghost',
          }}
        />
      ))}
      <VisuallyHidden>{texts.level(level)}</VisuallyHidden>
    </Box>
  );
}
