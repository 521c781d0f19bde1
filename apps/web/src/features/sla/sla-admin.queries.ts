import type { ImportHolidaysDto } from '@baton/contracts/sla/calendar.dto';
import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import type { BackTestDto, CreatePolicyDto, PreviewDto } from '@baton/contracts/sla/sla.dto';
import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import type { PolicyResponse } from '@baton/contracts/sla/sla.response';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { texts as calendarTexts } from './calendars.texts';
import { texts } from './policies.texts';

export const policiesQuery = queryOptions({
  queryKey: ['sla', 'policies'],
  queryFn: async ({ signal }) => (await call(slaEndpoints.policies, { signal })).items,
});

export const calendarsQuery = queryOptions({
  queryKey: ['sla', 'calendars'],
  queryFn: async ({ signal }) => (await call(slaEndpoints.calendars, { signal })).items,
});

/** Policies name calendars and calendars the policies that use them: both are old after a change of either. */
function useRenew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['sla'] });
}

/** Creates, or changes when there is an id. For the form, which says itself what went wrong. */
export function useSavePolicy() {
  const toast = useToast();
  const renew = useRenew();
  return async (id: string | undefined, policy: CreatePolicyDto): Promise<void> => {
    const { name } = id
      ? await call(slaEndpoints.updatePolicy, { params: { id }, body: policy })
      : await call(slaEndpoints.createPolicy, { body: policy });
    toast(id ? texts.saved(name) : texts.created(name));
    await renew();
  };
}

/** The policy as it would be made again. */
export const wishOf = (policy: PolicyResponse): CreatePolicyDto => {
  const { name, enabled, conditions, calendarId, targets, warnings, escalation } = policy;
  return { name, enabled, conditions, calendarId, targets, warnings, escalation };
};

const byId = (items: readonly PolicyResponse[], ids: readonly string[]) =>
  ids.flatMap((id) => items.find((each) => each.id === id) ?? []);

/** Puts the policies in order, at once on the screen; the toast puts them back. */
export function useOrderPolicies() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const renew = useRenew();
  const { mutate } = useMutation({
    mutationFn: ({ ids }: { ids: string[]; before?: string[] }) => call(slaEndpoints.orderPolicies, { body: { ids } }),
    onMutate: ({ ids }) => client.setQueryData(policiesQuery.queryKey, (held) => held && byId(held, ids)),
    onSuccess: (_done, { before }) =>
      toast({ message: texts.ordered, undo: before && (() => mutate({ ids: before })) }),
    onError: fail,
    onSettled: renew,
  });
  return (ids: string[], before: string[]) => mutate({ ids, before });
}

/** Switches a policy on or off, at once on the screen; the toast takes it back. */
export function useEnablePolicy() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const renew = useRenew();
  const { mutate } = useMutation({
    mutationFn: ({ id, enabled }: Pick<PolicyResponse, 'id' | 'enabled'>) =>
      call(slaEndpoints.updatePolicy, { params: { id }, body: { enabled } }),
    onMutate: ({ id, enabled }) =>
      client.setQueryData(policiesQuery.queryKey, (held) =>
        held?.map((each) => (each.id === id ? { ...each, enabled } : each)),
      ),
    onSuccess: ({ id, name, enabled }) =>
      toast({
        message: enabled ? texts.switchedOn(name) : texts.switchedOff(name),
        undo: () => mutate({ id, enabled: !enabled }),
      }),
    onError: fail,
    onSettled: renew,
  });
  return mutate;
}

/** Deletes; the undo makes the same again, in its place. */
export function useRemovePolicy() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const renew = useRenew();
  const restore = useMutation({
    mutationFn: async ({ policy, ids }: { policy: PolicyResponse; ids: string[] }) => {
      const made = await call(slaEndpoints.createPolicy, { body: wishOf(policy) });
      await call(slaEndpoints.orderPolicies, { body: { ids: ids.map((id) => (id === policy.id ? made.id : id)) } });
    },
    onError: fail,
    onSettled: renew,
  });
  return useMutation({
    mutationFn: ({ policy }: { policy: PolicyResponse; ids: string[] }) =>
      call(slaEndpoints.deletePolicy, { params: { id: policy.id } }),
    onMutate: ({ policy }) =>
      client.setQueryData(policiesQuery.queryKey, (held) => held?.filter(({ id }) => id !== policy.id)),
    onSuccess: (_done, what) => toast({ message: texts.removed(what.policy.name), undo: () => restore.mutate(what) }),
    onError: fail,
    onSettled: renew,
  });
}

export const backTest = (body: BackTestDto) => call(slaEndpoints.backTest, { body });

export interface CalendarWish {
  name: string;
  calendar: CalendarResponse['calendar'];
}

/** Creates, or changes when there is an id. For the form, which says itself what went wrong. */
export function useSaveCalendar() {
  const toast = useToast();
  const renew = useRenew();
  return async (id: string | undefined, body: CalendarWish): Promise<void> => {
    const { name } = id
      ? await call(slaEndpoints.updateCalendar, { params: { id }, body })
      : await call(slaEndpoints.createCalendar, { body });
    toast(id ? calendarTexts.saved(name) : calendarTexts.created(name));
    await renew();
  };
}

/** Deletes a calendar nothing counts by; the undo makes the same again. */
export function useRemoveCalendar() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const renew = useRenew();
  const restore = useMutation({
    mutationFn: ({ name, calendar }: CalendarResponse) =>
      call(slaEndpoints.createCalendar, { body: { name, calendar } }),
    onError: fail,
    onSettled: renew,
  });
  return useMutation({
    mutationFn: ({ id }: CalendarResponse) => call(slaEndpoints.deleteCalendar, { params: { id } }),
    onMutate: ({ id }) =>
      client.setQueryData(calendarsQuery.queryKey, (held) => held?.filter((each) => each.id !== id)),
    onSuccess: (_done, calendar) =>
      toast({ message: calendarTexts.removed(calendar.name), undo: () => restore.mutate(calendar) }),
    onError: fail,
    onSettled: renew,
  });
}

export const importHolidays = async (body: ImportHolidaysDto) =>
  (await call(slaEndpoints.importHolidays, { body })).holidays;

/** When something would be due; asked again for each other question. */
export const previewQuery = (question: PreviewDto) =>
  queryOptions({
    queryKey: ['sla', 'preview', question],
    queryFn: ({ signal }) => call(slaEndpoints.preview, { body: question, signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
