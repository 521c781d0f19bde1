import { LANGUAGES, type Language } from '@baton/contracts/users/profile';

/** A sentence, a sentence with values, or a named group of them. */
export interface Texts {
  readonly [name: string]: string | ((...values: never[]) => string) | Texts;
}

type Catalogs<T extends Texts> = { en: T } & { [language in Exclude<Language, 'en'>]?: T };

const wanted = (): Language => {
  const language = globalThis.document?.documentElement.lang as Language;
  return LANGUAGES.includes(language) ? language : 'en';
};

/**
 * Everything a feature says, in one place: `const texts = defineTexts({ en: { title: 'Queue' } })`.
 * Another language is another catalog of the same shape; a missing one falls back to English.
 */
export const defineTexts = <T extends Texts>(catalogs: Catalogs<T>): T =>
  (catalogs as Partial<Record<Language, T>>)[wanted()] ?? catalogs.en;
