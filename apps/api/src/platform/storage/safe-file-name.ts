import { extname } from 'node:path';

const MAX_BYTES = 255;
/** Control characters, lone surrogates, and what is invisible or turns the direction of text around. */
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
/** What Windows and shells do not take in a name. */
const ILLEGAL = /[<>:"|?*]/g;

/** A name that is safe to show and to save under, on any system, and still recognizable. Never used to find a file. */
export function safeFileName(given: string): string {
  const base = given.normalize('NFC').replace(DECEIVING, '').split(/[/\\]/).at(-1) ?? '';
  const name = base
    .replace(ILLEGAL, '_')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]{1,255}$/, '');
  return name === '' ? 'file' : shorten(name);
}

/** Cuts the stem between characters; the extension stays. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const extension = Buffer.byteLength(extname(name)) <= 16 ? extname(name) : '';
  let room = MAX_BYTES - Buffer.byteLength(extension);
  let stem = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    stem += character;
  }
  return stem + extension;
}

/** The type an extension claims, in small letters; null for `scan`, `v1.2` or `Screenshot 10.42`. */
export function claimedExtension(name: string): string | null {
  return /\.([a-z][a-z0-9]{0,9})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}
