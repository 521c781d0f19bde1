import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { fieldIdOf, isValueName } from '@baton/domain/custom-fields/changed-values';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { words } from '../../../shared/text/words.texts';
import { categoriesQuery, customFieldsQuery } from '../tickets.queries';
import { texts as all } from '../tickets.texts';

const texts = all.stale;

/** An edit that met a colleague's: what was wanted, and both values per field. */
export interface StaleEdit {
  patch: UpdateTicketDto;
  conflicts: Record<string, { yours: unknown; theirs: unknown }>;
}

function inWords(field: string, value: unknown, categories: readonly CategoryResponse[]): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return all.none;
  if (Array.isArray(value)) return value.join(', ');
  if (field === 'priority') return words.priority[value as Priority];
  if (field === 'categoryId') return categories.find(({ id }) => id === value)?.path ?? String(value);
  return String(value);
}

interface Props {
  stale: StaleEdit;
  onUseMine: (patch: UpdateTicketDto) => void;
  onClose: () => void;
}

/** Two people changed the same field: both values, and a choice. */
export function StaleDialog({ stale, onUseMine, onClose }: Props) {
  const titleId = useId();
  const { data } = useQuery(categoriesQuery);
  const { data: own } = useQuery({ ...customFieldsQuery, enabled: Object.keys(stale.conflicts).some(isValueName) });
  const names = Object.keys(stale.conflicts).map(
    (field) =>
      texts.fields[field as keyof typeof texts.fields] ??
      own?.items.find(({ id }) => id === fieldIdOf(field))?.name ??
      texts.fields.customFields,
  );
  const show = (field: string, value: unknown) => inWords(field, value, data?.items ?? []);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.title(names.join(', '))}</DialogTitle>
      <DialogContent>
        <Box sx={{ color: 'text.secondary', mb: 1.5 }}>{texts.text}</Box>
        {Object.entries(stale.conflicts).map(([field, { yours, theirs }]) => (
          <Box key={field} component="dl" sx={{ display: 'grid', gridTemplateColumns: '64px 1fr', gap: 1, m: 0 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {texts.theirs}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontWeight: 500 }}>
              {show(field, theirs)}
            </Box>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {texts.yours}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontWeight: 500 }}>
              {show(field, yours)}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onUseMine(stale.patch)}>{texts.useMine}</Button>
        <Button variant="contained" onClick={onClose}>
          {texts.keepTheirs}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
