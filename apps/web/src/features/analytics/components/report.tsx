import type { AnalyticsResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import { texts } from '../analytics.texts';
import { BreakdownTable } from './breakdown-table';
import { DurationCard } from './duration-card';
import { VolumePanel } from './volume-panel';

const columns = (wide: string) => ({
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: wide },
  alignItems: 'start',
  gap: 2,
  mb: 2,
});

/** Everything below the headlines. */
export function Report({ report, days }: { report: AnalyticsResponse; days: number }) {
  const { total, before } = report;
  return (
    <>
      <Box sx={{ ...columns('minmax(0, 2.6fr) minmax(0, 1fr)'), alignItems: 'stretch' }}>
        <VolumePanel report={report} />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr' }, gap: 2 }}>
          <DurationCard
            title={texts.firstResponse}
            text={texts.firstResponseText}
            median={total.firstResponse}
            before={before.firstResponse}
            p90={report.firstResponseP90}
            days={days}
          />
          <DurationCard
            title={texts.resolution}
            text={texts.resolutionText}
            median={total.resolution}
            before={before.resolution}
            p90={report.resolutionP90}
            days={days}
          />
        </Box>
      </Box>
      <Box sx={columns('minmax(0, 1fr) minmax(0, 1fr)')}>
        <BreakdownTable by="category" rows={report.byCategory} />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <BreakdownTable by="coordinator" rows={report.byCoordinator} />
          <BreakdownTable by="priority" rows={report.byPriority} />
        </Box>
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.durationsNote}</Box>
    </>
  );
}
