/** What may be uploaded at all, and how each type's files are called. */
export const MEDIA_TYPES = {
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
} as const satisfies Record<string, readonly string[]>;

export type MediaType = keyof typeof MEDIA_TYPES;
export type ImageType = Exclude<MediaType, 'application/pdf'>;

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const satisfies ImageType[];
export const ALL_MEDIA_TYPES = Object.keys(MEDIA_TYPES) as MediaType[];

export const isImageType = (type: MediaType): type is ImageType => type !== 'application/pdf';
