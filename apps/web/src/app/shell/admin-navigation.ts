import AltRoute from '@mui/icons-material/AltRouteOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import Category from '@mui/icons-material/CategoryOutlined';
import Corporate from '@mui/icons-material/CorporateFareOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import HowToReg from '@mui/icons-material/HowToRegOutlined';
import ListAlt from '@mui/icons-material/ListAltOutlined';
import MailOutline from '@mui/icons-material/MailOutlineOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import { type Can, item, type NavigationItem, openTo } from './navigation';
import { texts } from './shell.texts';

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

/** Apart from the main one, whose icons every page waits for. */
export const adminNavigation = (can: Can): NavigationItem[] => openTo(ADMIN, can);
