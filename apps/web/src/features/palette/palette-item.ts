import type { ReactNode } from 'react';

export const PALETTE_GROUPS = ['actions', 'tickets', 'views', 'people', 'pages', 'found'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** One line of the palette. */
export interface PaletteItem {
  /** Unique among all. */
  id: string;
  group: PaletteGroup;
  label: string;
  hint?: string;
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: string;
  /** Found by these as well as by its label and hint. */
  also?: string;
  /** Where it leads; it may be opened beside, too. */
  href?: string;
  run?: () => void;
  /** Only for those who asked for it: there are too many of its kind. */
  onlyTyped?: boolean;
  /** Stands whatever was typed: somebody else has searched. */
  always?: boolean;
}
