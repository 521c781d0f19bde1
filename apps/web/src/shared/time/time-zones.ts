/** Every zone this browser knows, UTC first, and the person's own even when the browser does not list it. */
export const timeZones = (own: string): string[] => [
  ...new Set(['UTC', ...[own, ...Intl.supportedValuesOf('timeZone')].sort()]),
];
