import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import CallSplit from '@mui/icons-material/CallSplitOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import IconButton from '@mui/material/IconButton';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../shared/api/call';
import { useFailureToast } from '../../../shared/forms/use-failure-toast';
import { MenuButton } from '../../../shared/ui/menu-button';
import { texts } from '../conversation.texts';
import { patchMessage } from '../timeline.queries';

const ConfirmDialog = lazy(() =>
  import('../../../shared/ui/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

function useRedact(ticketId: string, messageId: string) {
  const client = useQueryClient();
  const failed = useFailureToast();
  return useMutation({
    mutationFn: () => call(conversationEndpoints.redact, { params: { id: ticketId, messageId }, body: {} }),
    onSuccess: (message) => patchMessage(client, ticketId, message),
    onError: failed,
  });
}

interface Props {
  ticketId: string;
  message: MessageResponse;
  can: { edit: boolean; redact: boolean };
  onEdit: () => void;
  onSplit?: () => void;
}

const icon = { fontSize: 18 };

/** What can be done with a message, behind one button. Nothing when there is nothing. */
export function MessageActions({ ticketId, message, can, onEdit, onSplit }: Props) {
  const [confirming, setConfirming] = useState(false);
  const redact = useRedact(ticketId, message.id);
  const actions = [
    can.edit && { value: 'edit', label: texts.editMessage, icon: <Edit sx={icon} />, run: onEdit },
    onSplit && { value: 'split', label: texts.splitMessage, icon: <CallSplit sx={icon} />, run: onSplit },
    can.redact && {
      value: 'redact',
      label: texts.redact,
      icon: <Delete sx={icon} />,
      danger: true,
      run: () => setConfirming(true),
    },
  ].filter((action) => action !== false && action !== undefined);
  if (actions.length === 0) return null;
  return (
    <>
      <MenuButton
        label={texts.messageActions}
        options={actions}
        onChoose={(value) => actions.find((action) => action.value === value)?.run()}
      >
        {(trigger) => (
          <IconButton {...trigger} size="small" aria-label={texts.actionsOn(message.author.name)}>
            <MoreHoriz sx={icon} />
          </IconButton>
        )}
      </MenuButton>
      {confirming && (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            danger
            title={texts.redactTitle}
            confirmLabel={texts.redact}
            busy={redact.isPending}
            onConfirm={() => redact.mutate(undefined, { onSettled: () => setConfirming(false) })}
            onClose={() => setConfirming(false)}
          >
            {texts.redactText}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
