interface Options {
  prefix: string;
  shouldSkipGeneratingVar: (path: string[], value: unknown) => boolean;
}

interface Parsed {
  css: object;
  vars: Record<string, unknown>;
  varsWithDefaults: Record<string, unknown>;
}

export function themeVars(theme: object, options: Options): Parsed;
