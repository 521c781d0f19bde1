import type { Permission } from '@baton/domain/permissions/roles';
import AltRoute from '@mui/icons-material/AltRouteOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import Category from '@mui/icons-material/CategoryOutlined';
import ConfirmationNumber from '@mui/icons-material/ConfirmationNumberOutlined';
import Corporate from '@mui/icons-material/CorporateFareOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import HowToReg from '@mui/icons-material/HowToRegOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Insights from '@mui/icons-material/InsightsOutlined';
import ListAlt from '@mui/icons-material/ListAltOutlined';
import MailOutline from '@mui/icons-material/MailOutlineOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
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

const item = (
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

const ADMIN = [
  item('/admin/approvals', texts.approvals, HowToReg),
  item('/admin/people', texts.people, Group, 'p'),
  item('/admin/assignment', texts.assignment, AltRoute),
  item('/admin/categories', texts.categories, Category),
  item('/admin/fields', texts.fields, ListAlt),
  item('/admin/policies', texts.policies, Timer),
  item('/admin/calendars', texts.calendars, CalendarMonth),
  item('/admin/organization', texts.organization, Corporate),
  item('/admin/mailbox', texts.mailbox, MailOutline),
];

type Can = (permission: Permission) => boolean;

/** What exists and this person may open. */
const openTo = (items: NavigationItem[], can: Can): NavigationItem[] =>
  items.filter(({ path }) => {
    const route = routeAt(path);
    return route !== undefined && (route.needs === undefined || can(route.needs));
  });

export const mainNavigation = (can: Can): NavigationItem[] => openTo(MAIN, can);
export const adminNavigation = (can: Can): NavigationItem[] => openTo(ADMIN, can);

export const isActive = (item: NavigationItem, path: string): boolean =>
  path === item.covers || (item.covers !== '/' && path.startsWith(`${item.covers}/`));
