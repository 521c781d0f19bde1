import type { TicketResponse, TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { Field } from '../../../shared/ui/field';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { useMerge } from '../relations.queries';
import { texts as all } from '../relations.texts';
import { TicketSearch } from './ticket-search';

const texts = all.merge;

interface Props {
  ticket: TicketResponse;
  onOpen: (number: string) => void;
  onClose: () => void;
}

/** What a merge will do, before it is done. */
function Consequences({ from, into }: { from: TicketResponse; into: TicketSummaryResponse }) {
  const differ = from.requester.id !== into.requester.id;
  return (
    <>
      <Box component="section" aria-label={texts.happens} sx={{ color: 'text.secondary' }}>
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
          <li>{texts.moves(from.number, into.number)}</li>
          <li>{texts.closes(from.number)}</li>
          {differ && <li>{texts.follows(from.requester.name)}</li>}
          <li>{texts.undo}</li>
        </Box>
      </Box>
      {differ && (
        <FormAlert tone="warning">
          <b>{texts.differ(into.requester.name)}.</b> {texts.differText(from.requester.name)}
        </FormAlert>
      )}
    </>
  );
}

/** Two tickets about one thing become one. */
export function MergeDialog({ ticket, onOpen, onClose }: Props) {
  const [into, setInto] = useState<TicketSummaryResponse | null>(null);
  const [tried, setTried] = useState(false);
  const merge = useMerge(onOpen);
  return (
    <FormDialog
      title={texts.title(ticket.number)}
      action={into ? texts.actionInto(into.number) : texts.action}
      submitting={merge.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (into) merge.mutate({ source: ticket, intoId: into.id }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Field label={texts.target} error={tried && !into ? all.choose : undefined}>
        {(control) => <TicketSearch {...control} without={ticket.id} value={into} onChoose={setInto} />}
      </Field>
      {into && <Consequences from={ticket} into={into} />}
    </FormDialog>
  );
}
