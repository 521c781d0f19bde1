/** Everything a macro's text may name, in the order in which it is offered. */
export const MACRO_VARIABLES = [
  'requester.firstName',
  'requester.name',
  'ticket.number',
  'ticket.subject',
  'me.firstName',
  'me.name',
  'organization.name',
] as const;
export type MacroVariable = (typeof MACRO_VARIABLES)[number];
export type MacroValues = Record<MacroVariable, string>;

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

const isVariable = (name: string): name is MacroVariable => (MACRO_VARIABLES as readonly string[]).includes(name);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);

/** @returns each `{{name}}` of the text that stands for nothing, once */
export const unknownVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !isVariable(name))),
];

/**
 * Fills in the variables. A value is text wherever it stands, never markup, and is not looked through again.
 * @param html with known variables only; unknown ones stay as they are
 */
export const fillMacro = (html: string, values: MacroValues): string =>
  html.replace(PLACE, (place, name: string) => (isVariable(name) ? escapeHtml(values[name]) : place));

/** How somebody is called in a letter: the first word of the name. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
