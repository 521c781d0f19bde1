import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import type { FieldKind } from '@baton/domain/custom-fields/custom-field';
import ArrowDown from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUp from '@mui/icons-material/ArrowUpwardOutlined';
import CalendarToday from '@mui/icons-material/CalendarTodayOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Archive from '@mui/icons-material/Inventory2Outlined';
import List from '@mui/icons-material/ListOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Notes from '@mui/icons-material/NotesOutlined';
import Pin from '@mui/icons-material/PinOutlined';
import Restore from '@mui/icons-material/RestoreOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { MenuButton } from '../../../shared/ui/menu-button';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../custom-fields.texts';

export type FieldAction = 'edit' | 'up' | 'down' | 'archive';

const ICONS: Record<FieldKind, ComponentType<SvgIconProps>> = {
  text: Notes,
  number: Pin,
  date: CalendarToday,
  choice: List,
};

interface Props {
  field: CustomFieldResponse;
  isFirst: boolean;
  isLast: boolean;
  onAction: (action: FieldAction) => void;
}

const optionsFor = ({ field, isFirst, isLast }: Props) => [
  { value: 'edit', label: texts.edit, icon: <Edit /> },
  ...(isFirst ? [] : [{ value: 'up', label: texts.up, icon: <ArrowUp /> }]),
  ...(isLast ? [] : [{ value: 'down', label: texts.down, icon: <ArrowDown /> }]),
  field.archived
    ? { value: 'archive', label: texts.restore, icon: <Restore />, apart: true }
    : { value: 'archive', label: texts.archive, icon: <Archive />, apart: true },
];

/** One field: its name, what it holds, and what can be done with it. */
export function FieldRow(props: Props) {
  const { field, onAction } = props;
  const Icon = ICONS[field.kind];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 56,
        pl: 2.5,
        pr: 1.5,
        py: 0.5,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Icon sx={{ fontSize: 18, color: 'text.tertiary' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ typography: 'subtitle2', color: field.archived ? 'text.tertiary' : 'text.primary' }}>
            {field.name}
          </Box>
          {field.archived && <SoftChip small label={texts.archivedChip} />}
        </Box>
        <Box
          sx={{
            typography: 'caption',
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {[texts.kinds[field.kind], field.options.join(', ')].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <MenuButton
        label={texts.actions(field.name)}
        options={optionsFor(props)}
        onChoose={(action) => onAction(action as FieldAction)}
      >
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.actions(field.name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
    </Box>
  );
}
