import type { Permission } from '@baton/domain/permissions/roles';
import ConfirmationNumber from '@mui/icons-material/ConfirmationNumberOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Insights from '@mui/icons-material/InsightsOutlined';
import Tune from '@mui/icons-material/TuneOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { routeAt } from '../routes';
import { texts } from './shell.texts';

export interface NavigationItem {
  path: string;
  /** Every address below belongs to this item too. */
  covers: string;
  label: string;
  Icon: ComponentType<SvgIconProps>;
  /** After `g`, goes there. */
  letter?: string;
}

export const item = (
  path: string,
  label: string,
  Icon: NavigationItem['Icon'],
  letter?: string,
  covers = path,
): NavigationItem => ({ path, covers, label, Icon, letter });

const MAIN = [
  item('/', texts.home, Home, 'h'),
  item('/queue', texts.queue, Inbox, 'q'),
  item('/tickets', texts.myTickets, ConfirmationNumber, 't'),
  item('/analytics', texts.analytics, Insights, 'a'),
  item('/admin/approvals', texts.admin, Tune, 's', '/admin'),
];

export type Can = (permission: Permission) => boolean;

/** What exists and this person may open. */
export const openTo = (items: NavigationItem[], can: Can): NavigationItem[] =>
  items.filter(({ path }) => {
    const route = routeAt(path);
    return route !== undefined && (route.needs === undefined || can(route.needs));
  });

export const mainNavigation = (can: Can): NavigationItem[] => openTo(MAIN, can);

export const isActive = (item: NavigationItem, path: string): boolean =>
  path === item.covers || (item.covers !== '/' && path.startsWith(`${item.covers}/`));
