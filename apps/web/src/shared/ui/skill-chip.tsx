import Box from '@mui/material/Box';
import { LevelSteps } from './level-steps';

/** A skill and its level. */
export function SkillChip({ name, level }: { name: string; level: number }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        maxWidth: 1,
        minHeight: 24,
        px: 0.75,
        borderRadius: '6px',
        typography: 'caption',
        fontWeight: 500,
        color: 'text.secondary',
        bgcolor: 'surface.neutral',
      }}
    >
      <Box component="span" sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {name}
      </Box>
      <LevelSteps level={level} />
    </Box>
  );
}
