/** Views every organization has, in the order they are shown. */
export const BUILT_IN_VIEWS = ['mine', 'unassigned', 'overdue', 'open', 'waiting', 'resolved_today'] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

/** Who has a saved view: its owner, the members of a team, or all who work on tickets. */
export const VIEW_SCOPES = ['personal', 'team', 'everyone'] as const;
export type ViewScope = (typeof VIEW_SCOPES)[number];

export const VIEW_LAYOUTS = ['table', 'board'] as const;
export type ViewLayout = (typeof VIEW_LAYOUTS)[number];

/** How many personal views one person keeps. */
export const PERSONAL_VIEWS_MAX = 100;
