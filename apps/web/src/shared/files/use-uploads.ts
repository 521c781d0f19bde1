import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import { LIMITS } from '@baton/contracts/http/limits';
import { useRef, useState } from 'react';
import { type ApiError, isApiError } from '../api/api-error';
import { call } from '../api/call';
import { newId } from '../api/new-id';
import { refusalOf } from './file-rules';
import { fileTexts } from './files.texts';

export interface Upload {
  key: string;
  name: string;
  size: number;
  mediaType: string;
  state: 'uploading' | 'done' | 'refused';
  /** 0 to 1. */
  share: number;
  reason: string | null;
  attachment: AttachmentResponse | null;
}

const REFUSALS: Partial<Record<ApiError['code'], string>> = {
  'file.empty': fileTexts.empty,
  'file.type_not_allowed': fileTexts.type,
  'file.type_mismatch': fileTexts.mismatch,
  'file.damaged': fileTexts.damaged,
};

const reasonOf = (error: unknown): string =>
  isApiError(error)
    ? (REFUSALS[error.code] ?? (error.status === 0 ? fileTexts.failed : error.message))
    : fileTexts.failed;

/**
 * Files sent as soon as they are chosen, ahead of the ticket or message that will carry them. Hand `attachmentIds` to
 * the request that does, then `clear()`.
 */
export function useUploads(most: number = LIMITS.filesPerMessage, initial: readonly AttachmentResponse[] = []) {
  const [uploads, setUploads] = useState<Upload[]>(() => initial.map(toDone));
  const aborts = useRef(new Map<string, AbortController>());

  const change = (key: string, fields: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)));

  const send = async (key: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const { items } = await call(filesEndpoints.upload, {
        files: [file],
        signal: abort.signal,
        onProgress: (share) => change(key, { share }),
      });
      change(key, { state: 'done', share: 1, attachment: items[0] ?? null });
    } catch (error) {
      if (!abort.signal.aborted) change(key, { state: 'refused', reason: reasonOf(error) });
    } finally {
      aborts.current.delete(key);
    }
  };

  const add = (files: Iterable<File>) => {
    let room = most - uploads.filter((upload) => upload.state !== 'refused').length;
    const added = [...files].map((file) => {
      const reason = refusalOf(file) ?? (room > 0 ? null : fileTexts.tooMany(most));
      if (!reason) room -= 1;
      return { file, upload: toUpload(file, reason) };
    });
    setUploads((before) => [...before, ...added.map(({ upload }) => upload)]);
    for (const { file, upload } of added) if (upload.state === 'uploading') void send(upload.key, file);
  };

  const remove = (key: string) => {
    aborts.current.get(key)?.abort();
    const id = uploads.find((upload) => upload.key === key)?.attachment?.id;
    // A file left behind goes after a day, so nobody waits for this.
    if (id) call(filesEndpoints.discard, { params: { id } }).catch(() => undefined);
    setUploads((before) => before.filter((upload) => upload.key !== key));
  };

  return {
    uploads,
    most,
    add,
    remove,
    /** Files sent before, such as those of a message taken back. */
    restore: (attachments: readonly AttachmentResponse[]) =>
      setUploads((before) => [...before, ...attachments.map(toDone)]),
    clear: () => setUploads([]),
    isBusy: uploads.some((upload) => upload.state === 'uploading'),
    attachmentIds: uploads.flatMap((upload) => upload.attachment?.id ?? []),
  };
}

export type Uploads = ReturnType<typeof useUploads>;

const toDone = (attachment: AttachmentResponse): Upload => ({
  key: attachment.id,
  name: attachment.name,
  size: attachment.size,
  mediaType: attachment.mediaType,
  state: 'done',
  share: 1,
  reason: null,
  attachment,
});

const toUpload = (file: File, reason: string | null): Upload => ({
  key: newId(),
  name: file.name,
  size: file.size,
  mediaType: file.type,
  state: reason ? 'refused' : 'uploading',
  share: 0,
  reason,
  attachment: null,
});
