import type { PolicyConditionsDto } from '@baton/contracts/sla/sla.dto';
import type { UserResponse } from '@baton/contracts/users/users.response';
import { words } from '../../shared/text/words.texts';
import { namesOf } from './names';
import { texts } from './policies.texts';
import { URGENT_FIRST } from './policy-wish';

/** What conditions choose from; a page knows it. */
export interface PolicyChoices {
  teams: readonly { id: string; name: string }[];
  categories: readonly { id: string; name: string; archived: boolean }[];
  /** People that conditions name, as far as they are known yet. */
  people: readonly Pick<UserResponse, 'id' | 'name'>[];
}

const say = texts.conditions;

const named = (ids: readonly string[], from: readonly { id: string; name: string }[], gone: string) =>
  namesOf(ids.map((id) => ({ name: from.find((each) => each.id === id)?.name ?? gone })));

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Conditions as a sentence: `High and urgent tickets of Business Apps about Payroll from Minh Anh`. */
export function conditionWords(conditions: PolicyConditionsDto, { teams, categories, people }: PolicyChoices): string {
  const { priorities = [], teamIds = [], categoryIds = [], requesterIds = [] } = conditions;
  const chosen = [...URGENT_FIRST].reverse().filter((priority) => priorities.includes(priority));
  const which = namesOf(chosen.map((priority) => ({ name: words.priority[priority].toLowerCase() })));
  const what = chosen.length > 0 ? capital(say.tickets(which)) : null;
  const rest = [
    teamIds.length > 0 && say.ofTeams(named(teamIds, teams, say.goneTeam)),
    categoryIds.length > 0 && say.inCategories(named(categoryIds, categories, say.goneCategory)),
    requesterIds.length > 0 && say.from(named(requesterIds, people, say.goneRequester)),
  ].filter((part) => part !== false);
  return `${what ?? (rest.length > 0 ? say.some : say.all)}${rest.join('')}`;
}
