/** A skill and how well it is needed, 1–5. */
export interface NeededSkill {
  skillId: string;
  level: number;
}

/** A category and what it asks for itself. */
export interface AskingCategory {
  parentId: string | null;
  skills: readonly NeededSkill[];
}

/**
 * What tickets of a category need: what it asks for and what the categories above it ask for. Where two ask for the same
 * skill the nearer one's level holds.
 * @returns by skill id
 */
export function neededSkills(
  categories: ReadonlyMap<string, AskingCategory>,
  categoryId: string | null,
): NeededSkill[] {
  const needed = new Map<string, NeededSkill>();
  for (let id = categoryId; id !== null; ) {
    const category = categories.get(id);
    for (const skill of category?.skills ?? []) if (!needed.has(skill.skillId)) needed.set(skill.skillId, skill);
    id = category?.parentId ?? null;
  }
  return [...needed.values()].sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}
