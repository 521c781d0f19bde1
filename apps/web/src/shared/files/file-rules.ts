import { LIMITS } from '@baton/contracts/http/limits';
import { fileTexts } from './files.texts';

/** What the server accepts; it decides by content, this is only to say no early. */
export const ACCEPTED_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'];

/** Why a file will be refused, or null. */
export function refusalOf(file: File): string | null {
  if (file.size === 0) return fileTexts.empty;
  if (file.type.startsWith('video/')) return fileTexts.video;
  if (file.type && !ACCEPTED_TYPES.includes(file.type)) return fileTexts.type;
  return file.size > LIMITS.fileBytesMax ? fileTexts.tooLarge(formatBytes(LIMITS.fileBytesMax)) : null;
}

/** `412 KB`, `1.6 MB`. */
export const formatBytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
