import type { MetricComparisonResponse, OutcomeCountsResponse } from '@baton/contracts/sla/sla.response';
import ArrowForward from '@mui/icons-material/ArrowForwardOutlined';
import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type ReactNode, useState } from 'react';
import { words } from '../../../shared/text/words.texts';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts as all } from '../policies.texts';

const texts = all.backTest;

const COLUMNS = ['total', 'met', 'breached'] as const;
type Column = (typeof COLUMNS)[number];

interface Comparison {
  before: OutcomeCountsResponse;
  after: OutcomeCountsResponse;
}

/** More kept is better, more broken worse; more promised is neither. */
const BETTER: Record<Column, number> = { total: 0, met: 1, breached: -1 };

function toneOf(column: Column, { before, after }: Comparison): string {
  const gain = (after[column] - before[column]) * BETTER[column];
  if (gain === 0) return 'text.primary';
  return gain > 0 ? 'success.text' : 'error.text';
}

function Change({ column, comparison }: { column: Column; comparison: Comparison }) {
  const [was, would] = [comparison.before[column], comparison.after[column]].map((count) => count.toLocaleString('en'));
  if (was === would) return <Box sx={{ color: 'text.secondary' }}>{was}</Box>;
  return (
    <>
      <VisuallyHidden>{texts.change(was ?? '', would ?? '')}</VisuallyHidden>
      <Box component="span" aria-hidden="true" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {was}
        </Box>
        <ArrowForward sx={{ fontSize: 12, color: 'text.tertiary' }} />
        <Box component="span" sx={{ fontWeight: 600, color: toneOf(column, comparison) }}>
          {would}
        </Box>
      </Box>
    </>
  );
}

function Row({ name, comparison, quiet }: { name: ReactNode; comparison: Comparison; quiet?: boolean }) {
  return (
    <Box
      component="tr"
      sx={{ borderTop: '1px solid', borderColor: 'divider', typography: quiet ? 'caption' : 'body2' }}
    >
      <Box
        component="th"
        scope="row"
        sx={{ py: 0.75, pl: quiet ? 3 : 0, textAlign: 'left', fontWeight: quiet ? 400 : 500 }}
      >
        {name}
      </Box>
      {COLUMNS.map((column) => (
        <Box
          component="td"
          key={column}
          sx={{ py: 0.75, pl: 1.5, textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
        >
          <Change column={column} comparison={comparison} />
        </Box>
      ))}
    </Box>
  );
}

function MetricRows({ metric }: { metric: MetricComparisonResponse }) {
  const [open, setOpen] = useState(false);
  const name = words.metric[metric.metric];
  return (
    <>
      <Row
        comparison={metric}
        name={
          <ButtonBase
            aria-expanded={open}
            aria-label={texts.byPriority(name)}
            onClick={() => setOpen(!open)}
            sx={{ gap: 0.5, minHeight: 28, borderRadius: '6px', typography: 'subtitle2' }}
          >
            <ExpandMore sx={{ fontSize: 18, transform: open ? 'none' : 'rotate(-90deg)' }} />
            {name}
          </ButtonBase>
        }
      />
      {open &&
        metric.byPriority.map((each) => (
          <Row key={each.priority} quiet name={words.priority[each.priority]} comparison={each} />
        ))}
    </>
  );
}

/** What is promised, kept and broken now, and what it would be; each promise opens by priority. */
export function BackTestTable({ metrics }: { metrics: readonly MetricComparisonResponse[] }) {
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={texts.table} sx={{ width: 1, borderCollapse: 'collapse' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ textAlign: 'left', typography: 'caption', color: 'text.tertiary' }}>
              {texts.promise}
            </Box>
            {COLUMNS.map((column) => (
              <Box
                component="th"
                scope="col"
                key={column}
                sx={{ pl: 1.5, pb: 0.5, textAlign: 'right', typography: 'caption', color: 'text.tertiary' }}
              >
                {texts[column]}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <MetricRows key={metric.metric} metric={metric} />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
