import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import { LIMITS } from '@baton/contracts/http/limits';
import type { SplitTicketDto } from '@baton/contracts/relations/relations.dto';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import Box from '@mui/material/Box';
import { call } from '../../../shared/api/call';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { FormField } from '../../../shared/ui/form-field';
import { RichText } from '../../../shared/ui/rich-text';
import { useSplitDone } from '../relations.queries';
import { texts as all, relationErrors } from '../relations.texts';

const texts = all.split;

interface Props {
  ticketId: string;
  message: MessageResponse;
  onClose: () => void;
}

/** The first line is usually what it is about. */
const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, LIMITS.subjectMax).trim();

/** Another matter came up in a message: it gets a ticket of its own. */
export function SplitDialog({ ticketId, message, onClose }: Props) {
  const done = useSplitDone();
  const form = useDtoForm<SplitTicketDto>({
    dto: () => import('@baton/contracts/relations/relations.dto').then((module) => module.SplitTicketDto),
    initial: { messageId: message.id, subject: firstLine(message.text) },
    messages: { subject: texts.subjectInvalid },
    submit: async (values) => {
      const made = await call(relationsEndpoints.split, { params: { id: ticketId }, body: values });
      onClose();
      await done(made);
    },
  });
  return (
    <FormDialog
      title={texts.title}
      text={texts.text(message.author.name)}
      action={texts.action}
      error={form.formError && formErrorText(form.formError, relationErrors)}
      submitting={form.submitting}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <FormField label={texts.subject} autoFocus autoComplete="off" {...form.field('subject')} />
      <Box sx={{ maxHeight: 200, overflowY: 'auto', p: 1.5, borderRadius: '8px', bgcolor: 'surface.sunken' }}>
        <RichText html={message.body} />
      </Box>
    </FormDialog>
  );
}
