import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import { type NeededSkill, neededSkills } from '@baton/domain/skills/needed-skills';

export interface TreeRow extends CategoryResponse {
  /** 0 at the top. */
  depth: number;
}

type Parents = ReadonlyMap<string, string | null>;

const parentsOf = (categories: readonly CategoryResponse[]): Parents =>
  new Map(categories.map(({ id, parentId }) => [id, parentId]));

/** From a category up to the top, itself first. */
function chain(id: string | null, parents: Parents): string[] {
  const up: string[] = [];
  for (let at = id; at !== null && !up.includes(at); at = parents.get(at) ?? null) up.push(at);
  return up;
}

/** The tree as indented rows, in the server's order. Hidden categories take what is inside them along. */
export function treeRows(categories: readonly CategoryResponse[], withArchived: boolean): TreeRow[] {
  const parents = parentsOf(categories);
  const archived = new Set(categories.filter((category) => category.archived).map(({ id }) => id));
  return categories
    .map((category) => ({ category, up: chain(category.id, parents) }))
    .filter(({ up }) => withArchived || !up.some((id) => archived.has(id)))
    .map(({ category, up }) => ({ ...category, depth: up.length - 1 }));
}

/** Where a category can be moved: anywhere but into itself. A new one can go anywhere. */
export function possibleParents(categories: readonly CategoryResponse[], id: string | undefined): CategoryResponse[] {
  const parents = parentsOf(categories);
  return categories.filter((each) => !each.archived && (id === undefined || !chain(each.id, parents).includes(id)));
}

/** What the categories above ask for, where the category itself does not ask for the same skill. */
export function inheritedSkills(
  categories: readonly CategoryResponse[],
  parentId: string | null,
  own: readonly { skillId: string }[],
): NeededSkill[] {
  const tree = new Map(
    categories.map(({ id, parentId, skills }) => [
      id,
      { parentId, skills: skills.map(({ skillId, minLevel }) => ({ skillId, level: minLevel })) },
    ]),
  );
  return neededSkills(tree, parentId).filter(({ skillId }) => own.every((each) => each.skillId !== skillId));
}
