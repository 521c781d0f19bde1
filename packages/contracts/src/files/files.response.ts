import { Href, Instant, NestedList, Nullable, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class AttachmentResponse {
  @Uuid()
  id: string;

  /** As the sender called it, made safe for display and download. */
  @Text(255)
  name: string;

  /** Decided by the file's content. */
  @Text(100)
  mediaType: string;

  /** Bytes as kept. An image is re-encoded and may come out larger than what was sent. */
  @Whole(1, 2_147_483_647)
  size: number;

  @Href()
  downloadUrl: string;

  /** WebP, at most 480 px wide; null when the file is not an image. */
  @Nullable()
  @Href()
  thumbnailUrl: string | null;

  /** Pixels; null when the file is not an image. */
  @Nullable()
  @Whole(1, 100_000)
  width: number | null;

  @Nullable()
  @Whole(1, 100_000)
  height: number | null;

  @Instant()
  createdAt: string;
}

export class AttachmentListResponse {
  @NestedList(() => AttachmentResponse, LIMITS.filesPerMessage)
  items: AttachmentResponse[];
}
