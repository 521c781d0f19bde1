import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiError } from './api-error';

const MAX_RETRIES = 2;
/** A refusal stays a refusal; only what may pass by itself is tried again. */
const mayPass = (error: unknown) => isApiError(error) && (error.status === 0 || error.status >= 502);

/** The server no longer shows it to this person: then nothing older may be shown either. */
const isTakenAway = (error: unknown) => isApiError(error) && (error.status === 403 || error.status === 404);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isTakenAway(error)) query.setState({ data: undefined, dataUpdatedAt: 0 });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < MAX_RETRIES && mayPass(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
