import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { isUnderway, useShownBulkEdit, useUndoBulkEdit } from '../bulk-edits.queries';
import { texts } from '../bulk-edits.texts';

const ProblemsDialog = lazy(() => import('./problems-dialog').then((module) => ({ default: module.ProblemsDialog })));

function Progress({ edit }: { edit: BulkEditResponse }) {
  const share = edit.total === 0 ? 1 : (edit.done + edit.failed) / edit.total;
  return (
    <Box
      role="progressbar"
      aria-label={texts.progress[edit.state](edit.done, edit.total)}
      aria-valuenow={Math.round(share * 100)}
      sx={{ height: 4, borderRadius: '2px', bgcolor: 'ghost', overflow: 'hidden' }}
    >
      <Box
        sx={{ height: 1, bgcolor: 'primary.main', transition: 'width 240ms' }}
        style={{ width: `${share * 100}%` }}
      />
    </Box>
  );
}

/** How far an edit of many tickets is, what came of it, and the way back. Stays until it is closed. */
export function BulkStatus() {
  const { edit, close } = useShownBulkEdit();
  const undo = useUndoBulkEdit();
  const [asksWhy, setAsksWhy] = useState(false);
  if (!edit) return null;
  const underway = isUnderway(edit.state);
  const canUndo = edit.undoUntil !== null && (edit.state === 'running' || edit.state === 'done');
  return (
    <Box
      component="section"
      aria-label={texts.bar}
      sx={{
        position: 'fixed',
        zIndex: 'snackbar',
        right: { xs: 16, md: 24 },
        bottom: { xs: 'calc(80px + env(safe-area-inset-bottom))', md: 24 },
        left: { xs: 16, md: 'auto' },
        width: { md: 340 },
        display: 'grid',
        gap: 1,
        p: 1.5,
        borderRadius: '12px',
        bgcolor: 'background.paper',
        boxShadow: 'var(--mui-palette-elevation-dialog)',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32, fontVariantNumeric: 'tabular-nums' }}>
        {/* Said once at the end: every step would be a torrent. */}
        <Box role="status" aria-busy={underway} sx={{ typography: 'subtitle2', flex: 1 }}>
          {texts.progress[edit.state](edit.done, edit.total)}
          {edit.failed > 0 && (
            <Box component="span" sx={{ color: 'warning.text' }}>
              {` · ${texts.failed[edit.state](edit.failed)}`}
            </Box>
          )}
        </Box>
        {edit.problems.length > 0 && (
          <Button variant="text" size="small" onClick={() => setAsksWhy(true)}>
            {texts.why}
          </Button>
        )}
        {canUndo && (
          <Button variant="text" size="small" loading={undo.isPending} onClick={() => undo.mutate(edit.id)}>
            {underway ? texts.stop : texts.undo}
          </Button>
        )}
        {!underway && (
          <IconButton size="small" aria-label={texts.close} title={texts.close} onClick={close}>
            <Close />
          </IconButton>
        )}
      </Box>
      {underway && <Progress edit={edit} />}
      {asksWhy && (
        <Suspense fallback={null}>
          <ProblemsDialog edit={edit} onClose={() => setAsksWhy(false)} />
        </Suspense>
      )}
    </Box>
  );
}
