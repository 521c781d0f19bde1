import type { UserResponse } from '@baton/contracts/users/users.response';
import Block from '@mui/icons-material/BlockOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import ForwardToInbox from '@mui/icons-material/ForwardToInboxOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Restore from '@mui/icons-material/RestoreOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { TeamChoice } from '../forms/user-dialog';
import { useReactivate, useResendInvitation } from '../users.mutations';
import { texts } from '../users.texts';

const EditUserDialog = lazy(() =>
  import('../forms/user-dialog').then((module) => ({ default: module.EditUserDialog })),
);
const SuspendDialog = lazy(() => import('./suspend-dialog').then((module) => ({ default: module.SuspendDialog })));

const { people } = texts;

/** What can be done with an account in this state. */
const optionsFor = (user: UserResponse, isMe: boolean) => [
  { value: 'edit', label: people.edit, icon: <Edit /> },
  ...(user.role !== 'employee' && user.status === 'approved'
    ? [{ value: 'work', label: people.work, icon: <Schedule /> }]
    : []),
  ...(user.invitationPending ? [{ value: 'resend', label: people.resend, icon: <ForwardToInbox /> }] : []),
  ...(user.status === 'approved' && !isMe
    ? [{ value: 'suspend', label: people.suspend, icon: <Block />, danger: true, apart: true }]
    : []),
  ...(user.status === 'suspended' ? [{ value: 'reactivate', label: people.reactivate, icon: <Restore /> }] : []),
];

interface Props {
  user: UserResponse;
  isMe: boolean;
  teams: readonly TeamChoice[];
}

export function PersonActions({ user, isMe, teams }: Props) {
  const [dialog, setDialog] = useState<string | null>(null);
  const navigate = useNavigate();
  const resend = useResendInvitation();
  const reactivate = useReactivate();
  const choose = (option: string) => {
    if (option === 'resend') return resend.mutate(user);
    if (option === 'work') return void navigate(`/admin/people/${user.id}`);
    if (option === 'reactivate') return reactivate.mutate(user);
    setDialog(option);
  };
  const close = () => setDialog(null);
  return (
    <>
      <MenuButton label={people.actions(user.name)} options={optionsFor(user, isMe)} onChoose={choose}>
        {(trigger) => (
          <IconButton {...trigger} aria-label={people.actions(user.name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
      <Suspense fallback={null}>
        {dialog === 'edit' && <EditUserDialog user={user} teams={teams} onClose={close} />}
        {dialog === 'suspend' && <SuspendDialog user={user} onClose={close} />}
      </Suspense>
    </>
  );
}
