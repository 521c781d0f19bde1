/** What is wrong with a calendar or policy, and where: `{path: 'windows.mon[1]', code: 'equal_ends'}`. */
export interface Problem<Code extends string = string> {
  /** The field as it is addressed from the checked value: dots and indices; empty for the value itself. */
  path: string;
  code: Code;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
