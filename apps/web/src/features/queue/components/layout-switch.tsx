import Table from '@mui/icons-material/TableRowsOutlined';
import List from '@mui/icons-material/VerticalSplitOutlined';
import Board from '@mui/icons-material/ViewKanbanOutlined';
import IconButton from '@mui/material/IconButton';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { MenuButton } from '../../../shared/ui/menu-button';
import { texts } from '../queue.texts';
import { LAYOUTS, type Layout } from '../queue-address';

const ICONS: Record<Layout, ComponentType<SvgIconProps>> = { list: List, table: Table, board: Board };

interface Props {
  layout: Layout;
  /** No room for a table. */
  isNarrow: boolean;
  onChoose: (layout: Layout) => void;
}

/** How the tickets are laid out. */
export function LayoutSwitch({ layout, isNarrow, onChoose }: Props) {
  const choices = LAYOUTS.filter((each) => each !== 'table' || !isNarrow);
  useCommands(
    texts.queue,
    choices.map((each) => ({
      keys: `v ${each.charAt(0)}`,
      label: texts.commands.layout(texts.layouts[each]),
      run: () => onChoose(each),
    })),
  );
  const Icon = ICONS[layout];
  return (
    <MenuButton
      label={texts.layout}
      value={layout}
      options={choices.map((each) => {
        const Own = ICONS[each];
        return {
          value: each,
          label: texts.layouts[each],
          icon: <Own sx={{ fontSize: 18, color: 'text.secondary' }} />,
        };
      })}
      onChoose={(chosen) => onChoose(chosen as Layout)}
    >
      {(trigger) => (
        <IconButton
          {...trigger}
          size="small"
          aria-label={`${texts.layout}: ${texts.layouts[layout]}`}
          title={texts.layout}
        >
          <Icon />
        </IconButton>
      )}
    </MenuButton>
  );
}
