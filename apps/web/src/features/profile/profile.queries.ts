import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import type { UpdateMeDto } from '@baton/contracts/users/users.dto';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { updateSessionUser } from '../../shared/api/session-store';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { deviceName } from './device-name';
import { texts } from './profile.texts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call(authEndpoints.sessions, { signal })).items,
});

export async function saveProfile(body: UpdateMeDto): Promise<void> {
  updateSessionUser(await call(usersEndpoints.updateMe, { body }));
}

/** A choice that applies at once. */
export function useSetting(said: (body: UpdateMeDto) => string) {
  const toast = useToast();
  return useMutation({
    mutationFn: saveProfile,
    onSuccess: (_nothing, body) => toast(said(body)),
    onError: useFailureToast(),
  });
}

/** A new picture, or back to initials with null. Lists show it as they are loaded again. */
export function useAvatar() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (file: File | null) =>
      file ? call(usersEndpoints.setAvatar, { files: [file] }) : call(usersEndpoints.removeAvatar),
    onSuccess: (user, file) => {
      updateSessionUser(user);
      toast(file ? texts.pictureSaved : texts.pictureRemoved);
      return client.invalidateQueries();
    },
    onError: useFailureToast({
      'file.type_not_allowed': texts.pictureRefused.type,
      'file.type_mismatch': texts.pictureRefused.type,
      'file.too_large': texts.pictureRefused.size,
      'request.too_large': texts.pictureRefused.size,
    }),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ id }: { id: string; userAgent: string }) => call(authEndpoints.revokeSession, { params: { id } }),
    onSuccess: (_nothing, { userAgent }) => toast(texts.ended(deviceName(userAgent))),
    onError: useFailureToast(),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
