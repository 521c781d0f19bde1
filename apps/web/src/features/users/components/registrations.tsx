import type { UserResponse } from '@baton/contracts/users/users.response';
import { lazy, Suspense, useState } from 'react';
import { useWiderThan } from '../../../shared/layout/use-wider-than';
import { Panel } from '../../../shared/ui/panel';
import type { useSelection } from '../use-selection';
import { useReject } from '../users.mutations';
import { RegistrationCards } from './registration-cards';
import { RegistrationTable } from './registration-table';

const RejectForm = lazy(() => import('./reject-form').then((module) => ({ default: module.RejectForm })));

interface Props {
  users: readonly UserResponse[];
  selection: ReturnType<typeof useSelection>;
}

/** The registrations that wait for a decision. */
export function Registrations({ users, selection }: Props) {
  const [rejecting, setRejecting] = useState<string | null>(null);
  const reject = useReject();
  const isWide = useWiderThan('lg');
  const list = {
    users,
    selection,
    rejecting,
    onRejecting: setRejecting,
    rejectForm: (user: UserResponse) => (
      <Suspense fallback={null}>
        <RejectForm
          user={user}
          onReject={(reason) => reject.mutateAsync({ user, reason })}
          onClose={() => setRejecting(null)}
        />
      </Suspense>
    ),
  };
  if (!isWide) return <RegistrationCards {...list} />;
  return (
    <Panel sx={{ overflowX: 'auto' }}>
      <RegistrationTable {...list} />
    </Panel>
  );
}
