import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import { LIMITS } from '@baton/contracts/http/limits';
import { useEffect, useState } from 'react';
import { useUser } from '../access/use-session';
import { keepPersonal, readPersonal } from '../storage/personal-storage';
import { type Uploads, useUploads } from './use-uploads';

/** The server lets go of files that nothing carries after a day. */
const KEPT_FOR_MS = 20 * 3_600_000;

const stillThere = (files: AttachmentResponse[] | null): AttachmentResponse[] =>
  (files ?? []).filter(({ createdAt }) => Date.now() - Date.parse(createdAt) < KEPT_FOR_MS);

const keyOf = (name: string) => `files:${name}`;

/** Puts files to a draft that is not open just now. */
export function keepUploads(userId: string, name: string, files: readonly AttachmentResponse[]): void {
  keepPersonal(userId, keyOf(name), files.length > 0 ? files : null);
}

/** Uploads of a draft: after a reload they are there again, under the name of the draft. */
export function useKeptUploads(name: string): Uploads & { forget: () => void } {
  const { id } = useUser();
  const [kept] = useState(() => stillThere(readPersonal<AttachmentResponse[]>(id, keyOf(name))));
  const uploads = useUploads(LIMITS.filesPerMessage, kept);
  const done = uploads.uploads.flatMap(({ attachment }) => attachment ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids tell whether the files are others
  useEffect(() => keepUploads(id, name, done), [id, name, uploads.attachmentIds.join()]);
  return { ...uploads, forget: () => keepUploads(id, name, []) };
}
