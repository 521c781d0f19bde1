import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import Sell from '@mui/icons-material/SellOutlined';
import type { ReactNode } from 'react';
import { words } from '../../shared/text/words.texts';
import { PersonAvatar } from '../../shared/ui/person-avatar';
import { PriorityIcon } from '../../shared/ui/priority-icon';
import { StatusIcon } from '../../shared/ui/status-icon';
import { texts } from './filters.texts';

/** What filters choose from. */
export interface FilterSources {
  people: readonly PersonResponse[];
  teams: readonly { id: string; name: string }[];
  categories: readonly { id: string; path: string }[];
  tags: readonly string[];
  fields: readonly CustomFieldResponse[];
}

export interface FilterChoice {
  value: string;
  label: string;
  icon?: ReactNode;
}

export type ChoiceFilterName = 'status' | 'priority' | 'assignee' | 'team' | 'category' | 'tag';

/** Filters by any number of a few values → their values. */
export const CHOICE_FILTERS: Record<ChoiceFilterName, (sources: FilterSources) => FilterChoice[]> = {
  status: () =>
    STATUSES.map((status) => ({
      value: status,
      label: words.status[status],
      icon: <StatusIcon status={status} size={18} decorative />,
    })),
  priority: () =>
    [...PRIORITIES].reverse().map((priority) => ({
      value: priority,
      label: words.priority[priority],
      icon: <PriorityIcon priority={priority} decorative />,
    })),
  assignee: ({ people }) => [
    { value: 'me', label: texts.meChoice },
    { value: 'none', label: texts.nobodyChoice },
    ...people.map((person) => ({
      value: person.id,
      label: person.name,
      icon: <PersonAvatar person={person} size={20} />,
    })),
  ],
  team: ({ teams }) => [
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'none', label: texts.noTeam },
  ],
  category: ({ categories }) => [
    ...categories.map(({ id, path }) => ({ value: id, label: path })),
    { value: 'none', label: texts.noCategory },
  ],
  tag: ({ tags }) =>
    tags.map((tag) => ({ value: tag, label: tag, icon: <Sell sx={{ fontSize: 16, color: 'text.tertiary' }} /> })),
};
