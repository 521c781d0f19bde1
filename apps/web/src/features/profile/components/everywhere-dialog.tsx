import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../../shared/api/call';
import { endSession } from '../../../shared/api/session-store';
import { useFailureToast } from '../../../shared/forms/use-failure-toast';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { texts } from '../profile.texts';

export function EverywhereDialog({ onClose }: { onClose: () => void }) {
  const signOutEverywhere = useMutation({
    mutationFn: () => call(authEndpoints.logoutEverywhere),
    onSuccess: endSession,
    onError: useFailureToast(),
  });
  return (
    <ConfirmDialog
      open
      title={texts.everywhereTitle}
      confirmLabel={texts.everywhere}
      busy={signOutEverywhere.isPending}
      onConfirm={() => signOutEverywhere.mutate()}
      onClose={onClose}
    >
      {texts.everywhereText}
    </ConfirmDialog>
  );
}
