import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import Add from '@mui/icons-material/AddOutlined';
import ListAlt from '@mui/icons-material/ListAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { customFieldsList, useArchiveField, useMoveField } from '../custom-fields.queries';
import { texts } from '../custom-fields.texts';
import { type FieldAction, FieldRow } from './field-row';

const FieldDialog = lazy(() => import('../forms/field-dialog').then((module) => ({ default: module.FieldDialog })));

function useFieldActions(shown: readonly CustomFieldResponse[], onEdit: (field: CustomFieldResponse) => void) {
  const archive = useArchiveField();
  const move = useMoveField();
  // Archived fields between may be hidden: a step is a step among those that are shown.
  const step = (index: number, by: number) => {
    const [field, other] = [shown[index], shown[index + by]];
    if (field && other) move(field.id, other.position);
  };
  const actions: Record<FieldAction, (field: CustomFieldResponse, index: number) => void> = {
    edit: onEdit,
    archive,
    up: (_field, index) => step(index, -1),
    down: (_field, index) => step(index, 1),
  };
  return actions;
}

/** All fields of tickets in their order, and the form for one. */
export function CustomFieldsView() {
  const { data, error, refetch } = useQuery(customFieldsList);
  const [open, setOpen] = useState<CustomFieldResponse | 'new' | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const fields = data?.items ?? [];
  const archivedCount = fields.filter(({ archived }) => archived).length;
  const shown = fields.filter(({ archived }) => withArchived || !archived);
  const actions = useFieldActions(shown, setOpen);
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          <Button variant="contained" startIcon={<Add />} onClick={() => setOpen('new')}>
            {texts.create}
          </Button>
        }
      />
      <Panel>
        {shown.length > 0 && (
          <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {shown.map((field, index) => (
              <FieldRow
                key={field.id}
                field={field}
                isFirst={index === 0}
                isLast={index === shown.length - 1}
                onAction={(action) => actions[action](field, index)}
              />
            ))}
          </Box>
        )}
        {data && shown.length === 0 && <EmptyState icon={<ListAlt />} tone="primary" {...texts.empty} />}
        {!data && error && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows height={56} />}
      </Panel>
      {archivedCount > 0 && (
        <Button
          variant="text"
          color="inherit"
          aria-pressed={withArchived}
          sx={{ mt: 1 }}
          onClick={() => setWithArchived(!withArchived)}
        >
          {withArchived ? texts.hideArchived : texts.showArchived(archivedCount)}
        </Button>
      )}
      <Suspense fallback={null}>
        {open && <FieldDialog field={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
