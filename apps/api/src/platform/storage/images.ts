import { open } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { AppError } from '../http/app-error.js';
import type { ImageType } from './media-types.js';
import { Slots } from './slots.js';

/** Pixels of one picture, and of all frames of an animation together. */
const MAX_PIXELS = 50_000_000;
const MAX_FRAMES = 200;
const THUMBNAIL_PX = 480;
const TIMEOUT_S = 20;

sharp.cache(false);
sharp.concurrency(1);
// libvips can also read SVG, TIFF, PDF and more. What is not on the list cannot be reached, whatever a file pretends.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadNsgif', 'VipsForeignLoadWebp'],
});

/** Decoding runs on Node's thread pool of four, which passwords and files need too. */
const slots = new Slots(2);

type Encoder = (image: Sharp, source: Metadata) => Sharp;

const ENCODERS: Record<ImageType, { format: string; animated: boolean; encode: Encoder }> = {
  'image/png': {
    format: 'png',
    animated: false,
    encode: (image, source) => image.png({ palette: source.isPalette, quality: 100 }),
  },
  'image/jpeg': { format: 'jpeg', animated: false, encode: (image) => image.jpeg({ quality: 88 }) },
  'image/gif': { format: 'gif', animated: true, encode: (image) => image.gif({ effort: 3 }) },
  'image/webp': { format: 'webp', animated: true, encode: (image) => image.webp({ quality: 88, effort: 2 }) },
};

export interface CleanImage {
  path: string;
  thumbnailPath: string;
  /** Pixels, upright. */
  width: number;
  height: number;
}

/**
 * Decodes an image and writes it anew, upright, in sRGB and without EXIF, location or anything hidden between
 * or behind the pixels; and a small WebP of it. Animations keep their first frames within the pixel budget.
 * @throws AppError file.too_large {maxPixels}, file.damaged
 */
export const cleanImage = (path: string, type: ImageType, folder: string): Promise<CleanImage> =>
  slots.run(async () => {
    try {
      return await rewrite(path, type, folder);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('file.damaged');
    }
  });

async function rewrite(source: string, type: ImageType, folder: string): Promise<CleanImage> {
  const { format, animated, encode } = ENCODERS[type];
  // Reads the header only: an image too large is refused before a pixel of it is decoded.
  const metadata = await sharp(source, { limitInputPixels: false }).metadata();
  if (metadata.format !== format) throw new AppError('file.damaged');
  if (type === 'image/gif') await requireGifEnd(source);
  const framePixels = metadata.width * metadata.height;
  if (framePixels > MAX_PIXELS) throw new AppError('file.too_large', { maxPixels: MAX_PIXELS });
  const pages = animated ? Math.min(metadata.pages ?? 1, MAX_FRAMES, Math.floor(MAX_PIXELS / framePixels)) : 1;

  const path = join(folder, 'clean');
  const image = sharp(source, { failOn: 'error', limitInputPixels: MAX_PIXELS, ...(animated && { pages }) });
  // An animation cannot be turned, and none that cameras make needs it.
  const upright = pages === 1 ? image.autoOrient() : image;
  const written = await encode(upright.timeout({ seconds: TIMEOUT_S }).toColourspace('srgb'), metadata).toFile(path);

  const thumbnailPath = join(folder, 'thumbnail');
  await sharp(path)
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: TIMEOUT_S })
    .webp({ quality: 80 })
    .toFile(thumbnailPath);
  return { path, thumbnailPath, width: written.width, height: written.pageHeight ?? written.height };
}

/** The decoder would make do with the frames that arrived whole; a file that breaks off is refused like any other. */
async function requireGifEnd(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, Math.max(0, size - 16));
    if (!/\0;\0*$/.test(buffer.toString('latin1'))) throw new AppError('file.damaged');
  } finally {
    await file.close();
  }
}
