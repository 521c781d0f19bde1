import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  /** What the rows are, for screen readers. */
  label: string;
  /** The cells of the head, each a `th`. */
  head: ReactNode;
  children: ReactNode;
}

/** A table of people, teams, numbers: quiet head, hairlines between rows, numbers that line up. */
export function DataTable({ label, head, children }: Props) {
  return (
    <Box
      component="table"
      aria-label={label}
      sx={{
        width: 1,
        borderCollapse: 'collapse',
        typography: 'body2',
        '& th': { textAlign: 'left', whiteSpace: 'nowrap' },
        '& thead th': { height: 40, typography: 'caption', fontWeight: 500, color: 'text.tertiary' },
        '& th, & td': { px: 1.25, py: 1 },
        '& tbody th': { fontWeight: 400 },
        '& tbody tr': { borderTop: '1px solid', borderColor: 'divider' },
        '& tr > :first-child': { pl: 2.5 },
        '& tr > :last-child': { pr: 2.5 },
      }}
    >
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </Box>
  );
}
