import Box, { type BoxProps } from '@mui/material/Box';

/** The white sheet work sits on. */
export function Panel({ sx, ...rest }: BoxProps) {
  return (
    <Box
      {...rest}
      sx={[
        { bgcolor: 'background.paper', borderRadius: '12px', boxShadow: 'var(--mui-palette-elevation-panel)' },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    />
  );
}
