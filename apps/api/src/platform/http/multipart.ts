import { LIMITS } from '@baton/contracts/http/limits';
import type { MultipartFile } from '@fastify/multipart';
import type { FileIntake, StoredFile } from '../storage/file-intake.js';
import { ALL_MEDIA_TYPES } from '../storage/media-types.js';
import { AppError } from './app-error.js';
import type { ApiRequest } from './call.js';

/** Field name → value; a repeated field becomes a list. */
type Fields = Record<string, unknown>;

/** As long as the standard lets a boundary be. */
const BOUNDARY = /;\s*boundary=(?:"[^"]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

function addField(fields: Fields, name: string, value: unknown): void {
  const before = fields[name];
  fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}

/**
 * Reads a multipart request part by part: files go through the intake as they arrive, never held in memory.
 * On any refusal everything stored so far is discarded.
 * @param maxFiles how many parts named `files` are accepted
 * @throws AppError file.*, request.invalid, request.malformed
 */
export async function readMultipart(
  request: ApiRequest,
  maxFiles: number,
  intake: FileIntake,
  now: Date,
): Promise<{ fields: Fields; files: StoredFile[] }> {
  const fields: Fields = Object.create(null);
  const files: StoredFile[] = [];
  const tenantId = request.actor?.tenantId;
  if (!tenantId) throw new AppError('access.unauthenticated');
  const receive = async (part: MultipartFile): Promise<void> => {
    if (part.fieldname !== 'files')
      throw new AppError('request.invalid', { [part.fieldname]: ['is not a file field'] });
    if (files.length === maxFiles) throw new AppError('file.too_many', { max: maxFiles });
    const limits = { maxBytes: LIMITS.fileBytesMax, allowed: ALL_MEDIA_TYPES };
    files.push(await intake.receive({ tenantId, fileName: part.filename, stream: part.file, limits }, now));
  };
  try {
    if (!BOUNDARY.test(request.headers['content-type'] ?? '')) throw new AppError('request.malformed');
    for await (const part of request.parts()) {
      if (part.type === 'file') await receive(part);
      else addField(fields, part.fieldname, part.value);
    }
    return { fields, files };
  } catch (error) {
    // What is still coming is read and dropped: left unread it would block the connection, and a browser that sends
    // before it listens would never see the answer.
    request.raw.unpipe();
    request.raw.resume();
    await Promise.all(files.map((file) => intake.discard(file)));
    throw isCutOff(error) ? new AppError('request.malformed') : error;
  }
}

/** The parser's own complaint, of a whole or of a part whose end never came. */
const isCutOff = (error: unknown): boolean => error instanceof Error && /end of multipart data$/.test(error.message);
