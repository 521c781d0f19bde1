import type { Names } from '../../shared/text/change-words';

interface Named {
  id: string;
  name: string;
}

/** What a macro can set, as its organization has it. */
export interface MacroChoices {
  people: readonly Named[];
  teams: readonly Named[];
  categories: readonly Named[];
}

const byId = (items: readonly Named[]) => new Map(items.map(({ id, name }) => [id, name]));

export const namesOf = ({ people, teams, categories }: MacroChoices): Names => ({
  people: byId(people),
  teams: byId(teams),
  categories: byId(categories),
});
