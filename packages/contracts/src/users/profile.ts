export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** Interface languages. A further one is a further catalog. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];
