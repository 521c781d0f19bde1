import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import { BUILT_IN_VIEWS, type BuiltInView } from '@baton/domain/queue/views';
import AllInbox from '@mui/icons-material/AllInboxOutlined';
import Bookmark from '@mui/icons-material/BookmarkBorderOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import PauseCircle from '@mui/icons-material/PauseCircleOutlineOutlined';
import Person from '@mui/icons-material/PersonOutlineOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import type { Layout } from '../queue-address';
import { isSaved } from '../queue-views';
import { texts } from '../views.texts';

const ICONS: Record<BuiltInView, ComponentType<SvgIconProps>> = {
  mine: Person,
  unassigned: Inbox,
  overdue: ErrorOutline,
  open: AllInbox,
  waiting: PauseCircle,
  resolved_today: CheckCircle,
};

const isBuiltIn = (key: string): key is BuiltInView => (BUILT_IN_VIEWS as readonly string[]).includes(key);

export function viewIcon(key: string): ComponentType<SvgIconProps> {
  if (isBuiltIn(key)) return ICONS[key];
  return isSaved(key) ? Bookmark : Group;
}

export const viewName = ({ key, name }: Pick<QueueViewResponse, 'key' | 'name'>): string =>
  name ?? (isBuiltIn(key) ? texts.builtIn[key] : key);

/** The only count that asks for something. */
export const alarms = ({ key, count }: Pick<QueueViewResponse, 'key' | 'count'>): boolean =>
  key === 'overdue' && (count ?? 0) > 0;

/** A layout chosen by hand stays while one goes from view to view; a saved view has its own. */
export const viewAddress = (key: string, layout: Layout | null = null): string => {
  const params = new URLSearchParams({ view: key });
  if (layout !== null && !isSaved(key)) params.set('layout', layout);
  return `/queue?${params}`;
};

/** Long numbers are read in groups. Short ones do without the browser's rules for it, which take 10 ms to be fetched. */
export const countText = (count: number | null | undefined): string =>
  count === null || count === undefined ? '' : count < 1000 ? String(count) : count.toLocaleString('en');
