import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { texts } from '../tickets.texts';
import { cellLook, columnsLook, TICKET_COLUMNS } from './ticket-columns';

/** The names of the columns, above the rows while they scroll. */
export function TicketTableHead({ check }: { check: ReactNode }) {
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper' }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          ...columnsLook,
          height: 36,
          typography: 'caption',
          color: 'text.tertiary',
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Box role="columnheader" sx={{ display: 'grid', placeItems: 'center', width: 32 }}>
          {check}
        </Box>
        {TICKET_COLUMNS.map(({ name, from }) => (
          <Box key={name} role="columnheader" sx={cellLook(from)}>
            {texts.columns[name]}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
