import type { PolicyResponse } from '@baton/contracts/sla/sla.response';
import Add from '@mui/icons-material/AddOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Link } from '../../../shared/ui/link';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../policies.texts';
import type { PolicyChoices } from '../policy-choices';
import { shadowOf } from '../policy-wish';
import {
  calendarsQuery,
  policiesQuery,
  useEnablePolicy,
  useOrderPolicies,
  useRemovePolicy,
} from '../sla-admin.queries';
import { useRowOrder } from '../use-row-order';
import { type PolicyAction, PolicyRow } from './policy-row';

interface ListProps {
  policies: readonly PolicyResponse[];
  choices: PolicyChoices;
}

function PolicyList({ policies, choices }: ListProps) {
  const navigate = useNavigate();
  const order = useOrderPolicies();
  const enable = useEnablePolicy();
  const remove = useRemovePolicy();
  const [said, setSaid] = useState('');
  const ids = policies.map(({ id }) => id);
  const rows = useRowOrder(ids, (next, movedId) => {
    const name = policies.find(({ id }) => id === movedId)?.name ?? '';
    setSaid(texts.movedTo(name, next.indexOf(movedId) + 1, next.length));
    order(next, ids);
  });
  const shown = rows.ids.flatMap((id) => policies.find((each) => each.id === id) ?? []);
  const act: Record<PolicyAction, (policy: PolicyResponse) => void> = {
    edit: ({ id }) => void navigate(`/admin/policies/${id}`),
    up: ({ id }) => rows.step(id, -1),
    down: ({ id }) => rows.step(id, 1),
    remove: (policy) => remove.mutate({ policy, ids }),
  };
  return (
    <>
      <Box component="ul" ref={rows.list} aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((policy, index) => (
          <PolicyRow
            key={policy.id}
            policy={policy}
            place={index + 1}
            of={shown.length}
            choices={choices}
            shadow={shadowOf(shown, policy)?.name}
            dragged={rows.dragged === policy.id}
            handle={rows.handle(policy.id)}
            onAction={(action) => act[action](policy)}
            onEnable={(enabled) => enable({ id: policy.id, enabled })}
          />
        ))}
      </Box>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

const link = (to: string, label: string) => (
  <Button component={Link} to={to} variant="contained" startIcon={<Add />}>
    {label}
  </Button>
);

function NoPolicies({ hasCalendar }: { hasCalendar: boolean }) {
  if (hasCalendar)
    return (
      <EmptyState icon={<Timer />} tone="primary" {...texts.empty} action={link('/admin/policies/new', texts.create)} />
    );
  const { action, ...say } = texts.needsCalendar;
  return <EmptyState icon={<CalendarMonth />} tone="primary" {...say} action={link('/admin/calendars/new', action)} />;
}

/** All policies in their order. */
export function PoliciesView({ choices }: { choices: PolicyChoices }) {
  const { data, error, isPending, refetch } = useQuery(policiesQuery);
  const calendars = useQuery(calendarsQuery).data;
  const isEmpty = data?.length === 0;
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={data && !isEmpty && link('/admin/policies/new', texts.create)}
      />
      <Panel>
        {isPending && <SkeletonRows rows={3} height={84} />}
        {error && !data && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {isEmpty && calendars && <NoPolicies hasCalendar={calendars.length > 0} />}
        {data && !isEmpty && <PolicyList policies={data} choices={choices} />}
      </Panel>
      {data && !isEmpty && <Box sx={{ mt: 1.5, px: 0.5, color: 'text.secondary' }}>{texts.rest}</Box>}
    </>
  );
}
