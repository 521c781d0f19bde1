import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import { LIMITS } from '@baton/contracts/http/limits';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../shared/api/call';
import { useFailureToast } from '../../../shared/forms/use-failure-toast';
import { RichTextEditor } from '../../../shared/ui/rich-text-editor';
import { texts } from '../conversation.texts';
import { patchMessage } from '../timeline.queries';
import { useSuggestions } from '../use-suggestions';

interface Props {
  ticketId: string;
  message: MessageResponse;
  onClose: () => void;
}

/** Shown as changed at once, and as it was again when the server refuses. */
function useEditMessage(ticketId: string, message: MessageResponse, onClose: () => void) {
  const client = useQueryClient();
  const failed = useFailureToast();
  return useMutation({
    mutationFn: (body: string) =>
      call(conversationEndpoints.edit, { params: { id: ticketId, messageId: message.id }, body: { body } }),
    onMutate: (body) => {
      patchMessage(client, ticketId, { ...message, body, editedAt: new Date().toISOString() });
      return message;
    },
    onSuccess: (edited) => {
      patchMessage(client, ticketId, edited);
      onClose();
    },
    onError: (error, _body, before) => {
      if (before) patchMessage(client, ticketId, before);
      failed(error);
    },
  });
}

/** Changes a message where it stands. Ctrl-Enter keeps it, Escape leaves it as it was. */
export function MessageEditor({ ticketId, message, onClose }: Props) {
  const [html, setHtml] = useState(message.body);
  const edit = useEditMessage(ticketId, message, onClose);
  const blocked = html === '' || html.length > LIMITS.richTextMax;
  const save = () => {
    if (html === message.body) onClose();
    else if (!blocked) edit.mutate(html);
  };
  return (
    <Box sx={{ mt: 0.5, bgcolor: 'background.paper', borderRadius: '8px' }}>
      <RichTextEditor
        autoFocus
        initialHtml={message.body}
        aria-label={texts.editMessage}
        minHeight={60}
        maxHeight={260}
        suggestions={useSuggestions(undefined, () => undefined)}
        onChange={setHtml}
        onSubmit={save}
        onCancel={onClose}
        toolbarEnd={
          <>
            <Button variant="text" size="small" color="inherit" onClick={onClose}>
              {texts.cancelEdit}
            </Button>
            <Button variant="tonal" size="small" disabled={blocked} loading={edit.isPending} onClick={save}>
              {texts.saveEdit}
            </Button>
          </>
        }
      />
    </Box>
  );
}
