/** The part of pg that writes values as text; it ships no types for it. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): string | Uint8Array | null };
  // biome-ignore lint/style/noDefaultExport: that is how it is exported
  export default utils;
}
