import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import { VIEW_SCOPES } from '@baton/domain/queue/views';
import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { memo, useEffect, useRef } from 'react';
import { texts as queueTexts } from '../queue.texts';
import type { Layout } from '../queue-address';
import { teamOf } from '../queue-views';
import { texts } from '../views.texts';
import { ViewRow } from './view-row';

interface Props {
  views: readonly QueueViewResponse[];
  active: string | null;
  layout: Layout | null;
  /** Saves what is shown now. */
  onCreate: () => void;
  onEdit: (view: QueueViewResponse) => void;
}

/** The views in groups: built-in ones, teams, then saved ones by who has them. */
function groupsOf(views: readonly QueueViewResponse[]) {
  const isTeam = ({ key }: QueueViewResponse) => teamOf(key) !== null;
  return [
    { name: null, views: views.filter((view) => view.scope === 'built_in' && !isTeam(view)) },
    { name: texts.teams, views: views.filter(isTeam) },
    ...VIEW_SCOPES.map((scope) => ({
      name: texts.groups[scope],
      views: views.filter((view) => view.scope === scope && !isTeam(view)),
    })),
  ].filter((group) => group.views.length > 0);
}

/** The pane of views with their counts. */
export const ViewList = memo(function ViewList({ views, active, layout, onCreate, onEdit }: Props) {
  const pane = useRef<HTMLElement>(null);
  const isThere = views.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen view into sight once there are views
  useEffect(() => {
    pane.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    <Box
      ref={pane}
      component="nav"
      aria-label={texts.views}
      sx={{
        width: 200,
        flex: 'none',
        pr: 1.5,
        pb: 2,
        overflowY: 'auto',
        scrollbarWidth: 'thin',
      }}
    >
      <Box
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 1,
          display: 'flex',
          alignItems: 'center',
          minHeight: 40,
          pl: 1.5,
          bgcolor: 'background.default',
        }}
      >
        <Box sx={{ flex: 1, typography: 'h5' }}>{queueTexts.queue}</Box>
        <IconButton size="small" aria-label={texts.create} title={texts.create} onClick={onCreate}>
          <Add sx={{ fontSize: 18 }} />
        </IconButton>
      </Box>
      {groupsOf(views).map((group) => (
        <Box key={group.name} role="group" aria-label={group.name ?? texts.views}>
          {group.name && (
            <Box sx={{ px: 1.5, pt: 2, pb: 0.75, typography: 'caption', fontWeight: 600, color: 'text.secondary' }}>
              {group.name}
            </Box>
          )}
          {group.views.map((view) => (
            <ViewRow key={view.key} view={view} active={view.key === active} layout={layout} onEdit={onEdit} />
          ))}
        </Box>
      ))}
    </Box>
  );
});
