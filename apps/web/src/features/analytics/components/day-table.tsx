import type { DayResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import { formatDay } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { DataTable } from '../../../shared/ui/data-table';
import { texts } from '../analytics.texts';
import { FigureLink } from './figure-link';

const number = { textAlign: 'right' } as const;

/** The chart's numbers, each with its tickets. The newest day comes first. */
export function DayTable({ days }: { days: readonly DayResponse[] }) {
  const now = useNow();
  const zone = useTimeZone();
  return (
    <Box sx={{ maxHeight: 400, overflowY: 'auto', mx: -2.5 }} tabIndex={0} role="region" aria-label={texts.tableLabel}>
      <DataTable
        label={texts.tableLabel}
        head={
          <>
            <th scope="col">{texts.day}</th>
            {[texts.created, texts.resolved, texts.backlog].map((name) => (
              <Box component="th" scope="col" key={name} sx={{ '&&': number }}>
                {name}
              </Box>
            ))}
          </>
        }
      >
        {days.toReversed().map((day) => (
          <tr key={day.from}>
            <th scope="row">{formatDay(new Date(day.from), now, zone)}</th>
            {[day.created, day.resolved, day.backlog].map((figure) => (
              <Box component="td" key={figure.filter} sx={number}>
                <FigureLink figure={figure} />
              </Box>
            ))}
          </tr>
        ))}
      </DataTable>
    </Box>
  );
}
