import type { AnalyticsResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../../shared/ui/panel';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../analytics.texts';
import { toBars } from '../chart-scale';
import { DayTable } from './day-table';
import { FigureLink } from './figure-link';
import { VolumeChart } from './volume-chart';

const swatch = { display: 'inline-block', width: 10, height: 10, borderRadius: '3px' };

function Legend({ mark, label, children }: { mark: ReactNode; label: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
      {mark}
      {label}
      <Box component="span" sx={{ fontWeight: 600 }}>
        {children}
      </Box>
    </Box>
  );
}

/** What came in, what was solved, and what was left, day by day: as a chart or as its table. */
export function VolumePanel({ report }: { report: AnalyticsResponse }) {
  const [asTable, setAsTable] = useState(false);
  const { created, resolved, backlog } = report.total;
  const bars = toBars(report.days);
  return (
    <Panel component="section" aria-label={texts.volume} sx={{ p: 2.5, minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 2,
          rowGap: 0.5,
          mb: 2,
          typography: 'caption',
          color: 'text.secondary',
        }}
      >
        <Box component="h2" sx={{ flex: '1 1 auto', m: 0, typography: 'h6', color: 'text.primary' }}>
          {texts.volume}
        </Box>
        <Legend mark={<Box component="i" sx={{ ...swatch, bgcolor: 'primary.main' }} />} label={texts.created}>
          <FigureLink figure={created} label={texts.created} />
        </Legend>
        <Legend
          mark={
            <Box
              component="i"
              sx={{ ...swatch, border: '1.5px solid', borderColor: 'primary.main', bgcolor: 'primary.soft' }}
            />
          }
          label={texts.resolved}
        >
          <FigureLink figure={resolved} label={texts.resolved} />
        </Legend>
        <Legend
          mark={<Box component="i" sx={{ ...swatch, height: 3, bgcolor: 'text.secondary' }} />}
          label={texts.backlog}
        >
          <FigureLink figure={backlog} label={texts.backlog} />
        </Legend>
        <Button size="small" variant="text" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.showChart : texts.showTable}
        </Button>
      </Box>
      {asTable ? (
        <DayTable days={bars} />
      ) : (
        <>
          <VisuallyHidden>{texts.volumeSummary(created.tickets, resolved.tickets, backlog.tickets)}</VisuallyHidden>
          <VolumeChart bars={bars} />
        </>
      )}
    </Panel>
  );
}
