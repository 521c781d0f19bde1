/** What was observed: how many resolved tickets, and their mean minutes of active work. */
export interface Observed {
  count: number;
  meanMinutes: number;
}

/** Learned from resolved tickets. What was never observed is simply not in it. */
export interface HandlingTimes {
  /** Of all tickets: what is expected of a category nobody has handled yet. */
  overall: Observed;
  /** By category. */
  categories: Readonly<Record<string, Observed>>;
  /** By category, then by person. */
  people: Readonly<Record<string, Readonly<Record<string, Observed>>>>;
}
