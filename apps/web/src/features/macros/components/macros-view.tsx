import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import AddIcon from '@mui/icons-material/AddOutlined';
import Bolt from '@mui/icons-material/BoltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { MacroChoices } from '../macro-choices';
import { macrosQuery, useRemoveMacro } from '../macros.queries';
import { texts } from '../macros.texts';
import { MacroRow } from './macro-row';

const MacroDialog = lazy(() => import('../forms/macro-dialog').then((module) => ({ default: module.MacroDialog })));

/** Every macro the reader is offered; one's own can be changed here. */
export function MacrosView({ choices }: { choices: MacroChoices }) {
  const { data, error, isPending, refetch } = useQuery(macrosQuery);
  const [open, setOpen] = useState<{ macro?: MacroResponse } | null>(null);
  const remove = useRemoveMacro();
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen({})}>
            {texts.create}
          </Button>
        }
      />
      <Panel>
        {isPending && <SkeletonRows rows={5} height={64} />}
        {error && !data && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={<Bolt />} tone="primary" {...texts.empty} />}
        {data && data.length > 0 && (
          <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((macro) => (
              <MacroRow
                key={macro.id}
                macro={macro}
                choices={choices}
                onEdit={() => setOpen({ macro })}
                onRemove={() => remove.mutate(macro)}
              />
            ))}
          </Box>
        )}
      </Panel>
      <Suspense fallback={null}>
        {open && <MacroDialog macro={open.macro} choices={choices} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
