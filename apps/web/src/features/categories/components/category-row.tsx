import AddIcon from '@mui/icons-material/AddOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Archive from '@mui/icons-material/Inventory2Outlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Restore from '@mui/icons-material/RestoreOutlined';
import SubdirectoryArrowRight from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { NamedSkill } from '../../../shared/ui/skill-levels-field';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../categories.texts';
import type { TreeRow } from '../category-tree';

export type CategoryAction = 'edit' | 'add' | 'archive';

interface Props {
  row: TreeRow;
  /** Where its tickets go. */
  team: string | undefined;
  skills: readonly NamedSkill[];
  onAction: (action: CategoryAction) => void;
}

const optionsFor = ({ archived }: TreeRow) => [
  { value: 'edit', label: texts.edit, icon: <Edit /> },
  ...(archived ? [] : [{ value: 'add', label: texts.addInside, icon: <AddIcon /> }]),
  archived
    ? { value: 'archive', label: texts.restore, icon: <Restore />, apart: true }
    : { value: 'archive', label: texts.archive, icon: <Archive />, apart: true },
];

const neededWords = (row: TreeRow, skills: readonly NamedSkill[]) =>
  row.skills
    .flatMap(({ skillId, minLevel }) => {
      const name = skills.find(({ id }) => id === skillId)?.name;
      return name ? [texts.needs(name, minLevel)] : [];
    })
    .join(', ');

export function CategoryRow({ row, team, skills, onAction }: Props) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: row.depth === 0 ? 52 : 44,
        pl: 2.5 + row.depth * 3,
        pr: 1.5,
        py: 0.5,
        // A line where another tree begins; what is inside belongs together.
        '&:not(:first-of-type)': { borderTop: row.depth === 0 ? '1px solid' : 0, borderColor: 'divider' },
      }}
    >
      {row.depth > 0 && <SubdirectoryArrowRight sx={{ fontSize: 16, color: 'text.tertiary' }} />}
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'flex',
          flexDirection: { xs: 'column', sm: 'row' },
          alignItems: { sm: 'center' },
          gap: { sm: 1 },
        }}
      >
        <Box sx={{ typography: 'subtitle2', color: row.archived ? 'text.tertiary' : 'text.primary' }}>{row.name}</Box>
        {row.archived && <SoftChip small label={texts.archivedChip} />}
        {row.skills.length > 0 && (
          <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
            {neededWords(row, skills)}
          </Box>
        )}
        <Box
          sx={{
            ml: { sm: 'auto' },
            flex: 'none',
            typography: { xs: 'caption', sm: 'body2' },
            color: team ? 'text.secondary' : 'text.tertiary',
          }}
        >
          {team ? texts.goesTo(team) : texts.goesNowhere}
        </Box>
      </Box>
      <MenuButton
        label={texts.actions(row.name)}
        options={optionsFor(row)}
        onChoose={(value) => onAction(value as CategoryAction)}
      >
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.actions(row.name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
    </Box>
  );
}
