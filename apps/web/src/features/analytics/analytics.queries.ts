import type { AnalyticsQuery } from '@baton/contracts/analytics/analytics.dto';
import { analyticsEndpoints } from '@baton/contracts/analytics/analytics.endpoints';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/call';

export const analyticsOverview = (query: AnalyticsQuery) =>
  queryOptions({
    queryKey: ['analytics', query],
    queryFn: ({ signal }) => call(analyticsEndpoints.overview, { query, signal }),
    placeholderData: keepPreviousData,
  });
