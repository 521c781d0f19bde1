import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { changeWords } from '../../../shared/text/change-words';
import { MenuButton } from '../../../shared/ui/menu-button';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { type MacroChoices, namesOf } from '../macro-choices';
import { plainText } from '../macro-text';
import { texts } from '../macros.texts';

interface Props {
  macro: MacroResponse;
  choices: MacroChoices;
  onEdit: () => void;
  onRemove: () => void;
}

const OPTIONS = [
  { value: 'edit', label: texts.edit, icon: <Edit /> },
  { value: 'remove', label: texts.remove, icon: <Delete />, danger: true },
];

function whoSees({ scope, teamId }: MacroResponse, { teams }: MacroChoices): string {
  if (scope === 'personal') return texts.personal;
  return teams.find(({ id }) => id === teamId)?.name ?? texts.everyone;
}

export function MacroRow({ macro, choices, onEdit, onRemove }: Props) {
  const sets = changeWords(macro.actions, namesOf(choices));
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 64,
        py: 1,
        pl: 2.5,
        pr: 1.5,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
          <Box component="span" sx={{ typography: 'h6', overflowWrap: 'anywhere', mr: 0.5 }}>
            {macro.name}
          </Box>
          <SoftChip small label={whoSees(macro, choices)} />
          {macro.internal && <SoftChip small tone="note" icon={<Lock />} label={texts.note} />}
          {sets.map((each) => (
            <SoftChip key={each} small tone="primary" label={each} />
          ))}
        </Box>
        <Box
          sx={{
            mt: 0.5,
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {plainText(macro.body) || texts.noText}
        </Box>
      </Box>
      {macro.can.edit && (
        <MenuButton
          label={texts.actions(macro.name)}
          options={OPTIONS}
          onChoose={(value) => (value === 'edit' ? onEdit() : onRemove())}
        >
          {(trigger) => (
            <IconButton {...trigger} aria-label={texts.actions(macro.name)}>
              <MoreHoriz />
            </IconButton>
          )}
        </MenuButton>
      )}
    </Box>
  );
}
