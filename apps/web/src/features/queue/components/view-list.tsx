import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import AllInbox from '@mui/icons-material/AllInboxOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import PauseCircle from '@mui/icons-material/PauseCircleOutlineOutlined';
import Person from '@mui/icons-material/PersonOutlineOutlined';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { type ComponentType, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { texts } from '../queue.texts';
import { type BuiltInView, teamOf } from '../queue-views';

const ICONS: Record<BuiltInView, ComponentType<SvgIconProps>> = {
  mine: Person,
  unassigned: Inbox,
  open: AllInbox,
  waiting: PauseCircle,
  resolved_today: CheckCircle,
};

export const viewIcon = (key: string): ComponentType<SvgIconProps> => ICONS[key as BuiltInView] ?? Group;
export const viewName = ({ key, name }: Pick<QueueViewResponse, 'key' | 'name'>): string =>
  name ?? texts.view[key as BuiltInView] ?? key;

export const viewAddress = (key: string): string => `/queue?view=${encodeURIComponent(key)}`;

function ViewRow({ view, active }: { view: QueueViewResponse; active: boolean }) {
  const Icon = viewIcon(view.key);
  return (
    <Box
      component={Link}
      to={viewAddress(view.key)}
      aria-current={active ? 'page' : undefined}
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
      <Icon sx={{ fontSize: 18 }} />
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {viewName(view)}
      </Box>
      <Box component="span" sx={{ typography: 'caption', fontWeight: 'inherit', fontVariantNumeric: 'tabular-nums' }}>
        {view.count}
      </Box>
    </Box>
  );
}

interface Props {
  views: readonly QueueViewResponse[];
  active: string | null;
}

/** The pane of views with their counts. */
export function ViewList({ views, active }: Props) {
  const teams = views.filter(({ key }) => teamOf(key) !== null);
  const builtIn = views.filter(({ key }) => teamOf(key) === null);
  return (
    <Box component="nav" aria-label={texts.views} sx={{ width: 200, flex: 'none', pr: 1.5, overflowY: 'auto' }}>
      <Box sx={{ px: 1.5, py: 1, typography: 'h5' }}>{texts.queue}</Box>
      {builtIn.map((view) => (
        <ViewRow key={view.key} view={view} active={view.key === active} />
      ))}
      {teams.length > 0 && (
        <>
          <Box sx={{ px: 1.5, pt: 2.5, pb: 0.75, typography: 'caption', fontWeight: 600, color: 'text.secondary' }}>
            {texts.teams}
          </Box>
          {teams.map((view) => (
            <ViewRow key={view.key} view={view} active={view.key === active} />
          ))}
        </>
      )}
    </Box>
  );
}

/** The same on phones: one line to swipe through. */
export function ViewChips({ views, active }: Props) {
  const chip = useRef<HTMLAnchorElement>(null);
  const isThere = views.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another chip to bring into sight
  useEffect(() => chip.current?.scrollIntoView({ inline: 'center', block: 'nearest' }), [active, isThere]);
  return (
    <Box
      component="nav"
      aria-label={texts.views}
      sx={{ display: 'flex', gap: 1, flex: 'none', overflowX: 'auto', px: 2, py: 1, scrollbarWidth: 'none' }}
    >
      {views.map((view) => {
        const selected = view.key === active;
        return (
          <Box
            key={view.key}
            ref={selected ? chip : undefined}
            component={Link}
            to={viewAddress(view.key)}
            aria-current={selected ? 'page' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.75,
              flex: 'none',
              height: 32,
              px: 1.5,
              borderRadius: '16px',
              textDecoration: 'none',
              whiteSpace: 'nowrap',
              fontWeight: selected ? 600 : 500,
              color: selected ? 'primary.text' : 'text.secondary',
              bgcolor: selected ? 'primary.soft2' : 'surface.neutral',
              '@media (pointer: coarse)': { height: 44, borderRadius: '22px' },
            }}
          >
            {viewName(view)} <span>{view.count}</span>
          </Box>
        );
      })}
    </Box>
  );
}
