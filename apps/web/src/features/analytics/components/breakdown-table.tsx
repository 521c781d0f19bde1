import type { BreakdownRowResponse } from '@baton/contracts/analytics/analytics.response';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { words } from '../../../shared/text/words.texts';
import { DataTable } from '../../../shared/ui/data-table';
import { Panel } from '../../../shared/ui/panel';
import { texts } from '../analytics.texts';
import { FigureLink } from './figure-link';

export type Breakdown = keyof typeof texts.heads;

const COLUMNS = ['created', 'resolved', 'backlog', 'firstResponse', 'resolution'] as const;
const DURATIONS: readonly string[] = ['firstResponse', 'resolution'];

/** The busiest are shown at once. */
const FIRST = 10;

function nameOf(by: Breakdown, { key, name }: BreakdownRowResponse): string {
  if (key === null) return texts.withoutKey[by];
  return by === 'priority' ? words.priority[key as Priority] : name;
}

/** The same five figures for each category, priority or coordinator; the bar compares what came in. */
export function BreakdownTable({ by, rows }: { by: Breakdown; rows: readonly BreakdownRowResponse[] }) {
  const most = Math.max(1, ...rows.map(({ created }) => created.tickets));
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? rows : rows.slice(0, FIRST);
  const number = { textAlign: 'right', whiteSpace: 'nowrap' } as const;
  return (
    <Panel component="section" aria-label={texts.breakdowns[by]} sx={{ pt: 2.5, pb: 1, minWidth: 0 }}>
      <Box component="h2" sx={{ m: 0, px: 2.5, typography: 'h6' }}>
        {texts.breakdowns[by]}
      </Box>
      <Box sx={{ overflowX: 'auto' }}>
        <DataTable
          label={texts.breakdowns[by]}
          head={
            <>
              <th scope="col">{texts.heads[by]}</th>
              {COLUMNS.map((column) => (
                <Box component="th" scope="col" key={column} sx={{ '&&': number }}>
                  {texts.columns[column]}
                </Box>
              ))}
            </>
          }
        >
          {shown.map((row) => (
            <tr key={row.key}>
              <Box component="th" scope="row" sx={{ width: '40%', minWidth: 130, '&&': { whiteSpace: 'normal' } }}>
                {nameOf(by, row)}
                <Box sx={{ mt: 0.5, height: 4, borderRadius: '2px', bgcolor: 'ghost' }}>
                  <Box
                    sx={{
                      width: `${(row.created.tickets / most) * 100}%`,
                      height: 1,
                      borderRadius: '2px',
                      bgcolor: 'primary.main',
                    }}
                  />
                </Box>
              </Box>
              {COLUMNS.map((column) => (
                <Box component="td" key={column} sx={number}>
                  <FigureLink figure={row[column]} duration={DURATIONS.includes(column)} />
                </Box>
              ))}
            </tr>
          ))}
        </DataTable>
      </Box>
      {rows.length > FIRST && (
        <Box sx={{ px: 1.25, pt: 0.5 }}>
          <Button size="small" variant="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? texts.showFewer : texts.showAll(rows.length)}
          </Button>
        </Box>
      )}
    </Panel>
  );
}
