import { LINK_KINDS, type LinkKind } from '@baton/contracts/relations/relations.dto';
import type { TicketResponse, TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { useState } from 'react';
import { Field } from '../../../shared/ui/field';
import { FormDialog } from '../../../shared/ui/form-dialog';
import { SelectField } from '../../../shared/ui/select-field';
import { useLinks } from '../relations.queries';
import { texts as all } from '../relations.texts';
import { TicketSearch } from './ticket-search';

const texts = all.linkDialog;

interface Props {
  ticket: TicketResponse;
  onClose: () => void;
}

/** Says how another ticket belongs to this one. */
export function LinkDialog({ ticket, onClose }: Props) {
  const [other, setOther] = useState<TicketSummaryResponse | null>(null);
  const [kind, setKind] = useState<LinkKind>('related');
  const [tried, setTried] = useState(false);
  const { add } = useLinks();
  return (
    <FormDialog
      title={texts.title(ticket.number)}
      action={texts.action}
      submitting={add.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (other) add.mutate({ ticket, other, kind }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Field label={texts.other} error={tried && !other ? all.choose : undefined}>
        {(control) => <TicketSearch {...control} without={ticket.id} value={other} onChoose={setOther} />}
      </Field>
      <SelectField
        label={texts.kind}
        value={kind}
        options={LINK_KINDS.map((value) => ({ value, label: all.kinds[value] }))}
        onChange={(value) => setKind(value as LinkKind)}
      />
    </FormDialog>
  );
}
