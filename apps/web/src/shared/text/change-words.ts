import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import { defineTexts } from './define-texts';
import { words } from './words.texts';

/** Names of what a change only knows by id. */
export interface Names {
  people?: ReadonlyMap<string, string>;
  teams?: ReadonlyMap<string, string>;
  categories?: ReadonlyMap<string, string>;
}

type Changes = TicketChangesDto & { assignee?: string | null };
type Say = (value: never, names: Names) => string;

const texts = defineTexts({
  en: {
    setPriority: (name: string) => `Priority ${name}`,
    toPool: 'Return to the pool',
    assignMe: 'Assign to me',
    assign: (name?: string) => `Assign to ${name ?? 'a colleague'}`,
    team: (name?: string) => (name ? `Team ${name}` : 'Change the team'),
    noTeam: 'No team',
    category: (name?: string) => (name ? `Category ${name}` : 'Change the category'),
    noCategory: 'No category',
    addTag: (tag: string) => `Tag ${tag}`,
    removeTag: (tag: string) => `No tag ${tag}`,
  },
});

const assigning = (id: string | null, { people }: Names): string => {
  if (id === null) return texts.toPool;
  return id === 'me' ? texts.assignMe : texts.assign(people?.get(id));
};

/** In the order in which they are said. */
const SENTENCES: Record<keyof Changes, Say> = {
  status: (status: keyof typeof words.status) => words.status[status],
  priority: (priority: keyof typeof words.priority) => texts.setPriority(words.priority[priority]),
  assignee: assigning,
  assigneeId: assigning,
  teamId: (id: string | null, { teams }) => (id === null ? texts.noTeam : texts.team(teams?.get(id))),
  categoryId: (id: string | null, { categories }) =>
    id === null ? texts.noCategory : texts.category(categories?.get(id)),
  addTags: (tags: string[]) => tags.map(texts.addTag).join(', '),
  removeTags: (tags: string[]) => tags.map(texts.removeTag).join(', '),
};

/** What a change of a ticket does, one short phrase each. */
export const changeWords = (changes: Changes, names: Names = {}): string[] =>
  (Object.keys(SENTENCES) as (keyof Changes)[]).flatMap((field) =>
    changes[field] === undefined ? [] : SENTENCES[field](changes[field] as never, names) || [],
  );
