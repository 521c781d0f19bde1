import { Optional, QueryFlag } from '../http/fields.js';

export class AddAttachmentsDto {
  /** Only for coordinators' eyes. Arrives as text in multipart. */
  @Optional()
  @QueryFlag()
  internal?: boolean;
}

export class DownloadQuery {
  /** A small WebP of an image instead of the file. */
  @Optional()
  @QueryFlag()
  thumbnail?: boolean;
}
