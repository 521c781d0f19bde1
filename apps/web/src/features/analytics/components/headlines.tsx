import type { AnalyticsResponse, FigureResponse } from '@baton/contracts/analytics/analytics.response';
import AddCircle from '@mui/icons-material/AddCircleOutlineOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { texts } from '../analytics.texts';
import { listOf } from './figure-link';
import { HeadlineCard } from './headline-card';

/** How a count compares with the period before, or with its end. */
function comparison(
  now: FigureResponse,
  before: FigureResponse,
  said: (typeof texts)['than' | 'thanAtStart'],
  days: number,
) {
  const difference = now.tickets - before.tickets;
  if (difference === 0) return said.same(days);
  const amount = Math.abs(difference);
  return difference > 0 ? said.more(amount, days) : said.fewer(amount, days);
}

interface Props {
  report: AnalyticsResponse;
  /** How many days the period has. */
  days: number;
  /** The period ends today. */
  running: boolean;
  /** A further card. */
  children: ReactNode;
}

export function Headlines({ report: { total, before }, days, running, children }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
        gap: { xs: 1, md: 2 },
        mb: 2,
      }}
    >
      <HeadlineCard
        to={listOf(total.created)}
        icon={<AddCircle />}
        tone="info"
        value={total.created.tickets}
        label={texts.createdCard}
        text={comparison(total.created, before.created, texts.than, days)}
      />
      <HeadlineCard
        to={listOf(total.resolved)}
        icon={<CheckCircle />}
        tone="success"
        value={total.resolved.tickets}
        label={texts.resolvedCard}
        text={comparison(total.resolved, before.resolved, texts.than, days)}
      />
      <HeadlineCard
        to={listOf(total.backlog)}
        icon={<Inbox />}
        tone="primary"
        value={total.backlog.tickets}
        label={running ? texts.backlogNow : texts.backlogCard}
        text={comparison(total.backlog, before.backlog, texts.thanAtStart, days)}
      />
      {children}
    </Box>
  );
}
