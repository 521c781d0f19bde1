import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import Category from '@mui/icons-material/CategoryOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import SignalCellular from '@mui/icons-material/SignalCellularAltOutlined';
import Timelapse from '@mui/icons-material/TimelapseOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { words } from '../../shared/text/words.texts';
import type { Option } from '../../shared/ui/option-menu';
import { PersonAvatar } from '../../shared/ui/person-avatar';
import { PriorityIcon } from '../../shared/ui/priority-icon';
import { StatusIcon } from '../../shared/ui/status-icon';
import { texts } from './bulk-edits.texts';

/** What tickets can be given to. */
export interface BulkSources {
  me: string;
  people: readonly PersonResponse[];
  teams: readonly { id: string; name: string }[];
  categories: readonly { id: string; path: string; archived: boolean }[];
}

interface BulkField {
  name: 'status' | 'assigneeId' | 'teamId' | 'priority' | 'categoryId';
  /** See `Command`. */
  keys: string;
  Icon: ComponentType<SvgIconProps>;
  options: (sources: BulkSources) => Option[];
  changeOf: (value: string) => TicketChangesDto;
}

const NONE = '';
const idOf = (value: string) => (value === NONE ? null : value);
/** Only the requester withdraws, and nothing becomes new again. */
const REACHABLE = STATUSES.filter((status) => status !== 'new' && status !== 'withdrawn');

const personOption = (person: PersonResponse, label = person.name): Option => ({
  value: person.id,
  label,
  icon: <PersonAvatar person={person} size={24} />,
});

/** The fields that can be changed on many tickets alike, in the order of their buttons. */
export const BULK_FIELDS: readonly BulkField[] = [
  {
    name: 'status',
    keys: 's',
    Icon: Timelapse,
    options: () =>
      REACHABLE.map((status) => ({
        value: status,
        label: words.status[status],
        icon: <StatusIcon status={status} size={18} decorative />,
      })),
    changeOf: (status) => ({ status: status as TicketStatus }),
  },
  {
    name: 'assigneeId',
    keys: 'a',
    Icon: PersonAdd,
    options: ({ me, people }) => [
      ...people.filter(({ id }) => id === me).map((person) => personOption(person, texts.me)),
      ...people.filter(({ id }) => id !== me).map((person) => personOption(person)),
      { value: NONE, label: texts.pool, apart: true },
    ],
    changeOf: (id) => ({ assigneeId: idOf(id) }),
  },
  {
    name: 'teamId',
    keys: 'm',
    Icon: Group,
    options: ({ teams }) => [
      ...teams.map(({ id, name }) => ({ value: id, label: name })),
      { value: NONE, label: texts.noTeam, apart: true },
    ],
    changeOf: (id) => ({ teamId: idOf(id) }),
  },
  {
    name: 'priority',
    keys: 'p',
    Icon: SignalCellular,
    options: () =>
      [...PRIORITIES].reverse().map((priority) => ({
        value: priority,
        label: words.priority[priority],
        icon: <PriorityIcon priority={priority} decorative />,
      })),
    changeOf: (priority) => ({ priority: priority as Priority }),
  },
  {
    name: 'categoryId',
    keys: 'y',
    Icon: Category,
    options: ({ categories }) => [
      ...categories.filter(({ archived }) => !archived).map(({ id, path }) => ({ value: id, label: path })),
      { value: NONE, label: texts.noCategory, apart: true },
    ],
    changeOf: (id) => ({ categoryId: idOf(id) }),
  },
];
