import type { InviteUserDto, UpdateUserDto } from '@baton/contracts/users/users.dto';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import type { UserResponse } from '@baton/contracts/users/users.response';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { usersKeys } from './users.queries';
import { texts, userErrors } from './users.texts';

/**
 * Every change of people refreshes all lists of people, their counts included, and teams show people too. Also after
 * a refusal: then somebody else was faster, and the lists are old.
 */
function useUserMutation<Input, Result>(
  change: (input: Input) => Promise<Result>,
  done: (result: Result, input: Input) => string,
): UseMutationResult<Result, Error, Input> {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast(userErrors);
  return useMutation<Result, Error, Input>({
    mutationFn: change,
    onSuccess: (result, input) => toast(done(result, input)),
    onError: fail,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: usersKeys.all }),
        client.invalidateQueries({ queryKey: ['teams'] }),
      ]),
  });
}

const byId = (user: UserResponse) => ({ params: { id: user.id } });
const { approvals, people } = texts;

export const useApprove = () =>
  useUserMutation(
    (user: UserResponse) => call(usersEndpoints.approve, byId(user)),
    ({ name }) => approvals.approved(name),
  );

export const useApproveMany = () =>
  useUserMutation(
    (userIds: string[]) => call(usersEndpoints.approveMany, { body: { userIds } }),
    (_result, { length }) => approvals.approvedMany(length),
  );

export const useReject = () =>
  useUserMutation(
    ({ user, reason }: { user: UserResponse; reason: string }) =>
      call(usersEndpoints.reject, { ...byId(user), body: { reason } }),
    ({ name }) => approvals.rejected(name),
  );

export const useSuspend = () =>
  useUserMutation(
    (user: UserResponse) => call(usersEndpoints.suspend, byId(user)),
    ({ name }) => people.suspended(name),
  );

export const useReactivate = () =>
  useUserMutation(
    (user: UserResponse) => call(usersEndpoints.reactivate, byId(user)),
    ({ name }) => people.reactivated(name),
  );

export const useResendInvitation = () =>
  useUserMutation(
    (user: UserResponse) => call(usersEndpoints.resendInvitation, byId(user)),
    ({ name }) => people.resent(name),
  );

/** For forms, which say themselves what went wrong. */
export function useSaveUser() {
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: usersKeys.all }),
      client.invalidateQueries({ queryKey: ['teams'] }),
    ]);
  return {
    invite: async (body: InviteUserDto) => {
      const { name } = await call(usersEndpoints.invite, { body });
      toast(people.invitedToast(name));
      await refresh();
    },
    update: async (id: string, body: UpdateUserDto) => {
      const { name } = await call(usersEndpoints.update, { params: { id }, body });
      toast(people.saved(name));
      await refresh();
    },
  };
}
