import type { UserResponse } from '@baton/contracts/users/users.response';
import { firstName } from '../../../shared/text/first-name';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { useSuspend } from '../users.mutations';
import { texts } from '../users.texts';

/** Asked first, because it cuts somebody off in the middle of their work. */
export function SuspendDialog({ user, onClose }: { user: UserResponse; onClose: () => void }) {
  const suspend = useSuspend();
  const name = firstName(user.name);
  return (
    <ConfirmDialog
      open
      danger
      title={texts.people.suspendTitle(user.name)}
      confirmLabel={texts.people.suspendConfirm(name)}
      busy={suspend.isPending}
      onConfirm={() => suspend.mutate(user, { onSettled: onClose })}
      onClose={onClose}
    >
      {texts.people.suspendText(name)}
    </ConfirmDialog>
  );
}
