import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { customFieldsEndpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import { isValueName } from '@baton/domain/custom-fields/changed-values';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../../shared/access/use-session';
import { call } from '../../shared/api/call';
import type { FieldNames } from './entry-words';

const NO_FIELDS: FieldNames = new Map();

/** Names of the organization's own fields, asked for only when an entry speaks of one. */
export function useFieldNames({ data }: TimelineEntryResponse): FieldNames {
  const { can } = useSession();
  const named = Object.keys((data.fields as Record<string, unknown> | undefined) ?? {}).some(isValueName);
  const { data: fields } = useQuery({
    queryKey: ['custom-fields'],
    queryFn: () => call(customFieldsEndpoints.list),
    staleTime: 5 * 60_000,
    enabled: named && can('customField.read'),
  });
  return useMemo(
    () => (fields && named ? new Map(fields.items.map(({ id, name }) => [id, name])) : NO_FIELDS),
    [fields, named],
  );
}
