import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton, { type IconButtonProps } from '@mui/material/IconButton';
import { Link } from '../../../shared/ui/link';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Layout } from '../queue-address';
import { useDeleteView } from '../views.mutations';
import { texts } from '../views.texts';
import { alarms, countText, viewAddress, viewIcon, viewName } from './view-look';

interface Props {
  view: QueueViewResponse;
  active: boolean;
  layout: Layout | null;
  onEdit: (view: QueueViewResponse) => void;
}

interface ActionsProps extends Pick<Props, 'view' | 'onEdit'> {
  sx?: IconButtonProps['sx'];
}

/** What its owner can do with a saved view. */
export function ViewActions({ view, onEdit, sx }: ActionsProps) {
  const remove = useDeleteView();
  const name = viewName(view);
  return (
    <MenuButton
      label={texts.actions(name)}
      options={[
        { value: 'edit', label: texts.rename },
        { value: 'remove', label: texts.remove, danger: true },
      ]}
      onChoose={(action) => (action === 'edit' ? onEdit(view) : remove(view))}
    >
      {(trigger) => (
        <IconButton {...trigger} size="small" className="actions" aria-label={texts.actions(name)} sx={sx}>
          <MoreHoriz sx={{ fontSize: 18 }} />
        </IconButton>
      )}
    </MenuButton>
  );
}

/** One view of the pane. Those that may be changed show how on hover, in place of the count. */
export function ViewRow({ view, active, layout, onEdit }: Props) {
  const Icon = viewIcon(view.key);
  const { edit } = view.can;
  return (
    <Box
      sx={{
        position: 'relative',
        '& .actions': { opacity: 0 },
        '&:hover .actions, & .actions:focus-visible, & .actions[aria-expanded="true"]': { opacity: 1 },
        ...(edit && { '&:hover .count, &:has(.actions:focus-visible) .count': { visibility: 'hidden' } }),
      }}
    >
      <Box
        component={Link}
        to={viewAddress(view.key, layout)}
        aria-current={active ? 'page' : undefined}
        title={view.name ?? undefined}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          height: 32,
          px: 1.5,
          borderRadius: '8px',
          textDecoration: 'none',
          color: active ? 'primary.text' : 'text.secondary',
          fontWeight: active ? 600 : 400,
          bgcolor: active ? 'primary.soft2' : 'transparent',
          '&:hover': { bgcolor: active ? 'primary.soft2' : 'surface.neutral' },
        }}
      >
        <Icon sx={{ fontSize: 18, color: alarms(view) ? 'error.text' : undefined }} />
        <Box
          component="span"
          sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {viewName(view)}
        </Box>
        <Box
          component="span"
          className="count"
          sx={{
            typography: 'caption',
            fontVariantNumeric: 'tabular-nums',
            ...(alarms(view) ? { fontWeight: 600, color: 'error.text' } : { fontWeight: 'inherit' }),
          }}
        >
          {countText(view.count)}
        </Box>
      </Box>
      {edit && (
        <ViewActions
          view={view}
          onEdit={onEdit}
          sx={{ position: 'absolute', right: 4, top: 4, width: 24, height: 24, minWidth: 0, minHeight: 0 }}
        />
      )}
    </Box>
  );
}
