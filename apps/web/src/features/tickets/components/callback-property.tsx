import { E164 } from '@baton/contracts/http/patterns';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Edit from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import { type FormEvent, useState } from 'react';
import { texts } from '../tickets.texts';
import { Property, Value } from './property';

interface Props {
  ticket: TicketResponse;
  onChange: (number: string | null) => void;
}

function NumberForm({ ticket, onChange, onClose }: Props & { onClose: () => void }) {
  const [typed, setTyped] = useState(ticket.callbackNumber ?? '');
  const number = typed.replace(/[\s()./-]/g, '');
  const isValid = number === '' || E164.test(number);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    if (number !== (ticket.callbackNumber ?? '')) onChange(number === '' ? null : number);
    onClose();
  };
  return (
    <Box component="form" onSubmit={save} sx={{ minWidth: 0 }}>
      <Box
        component="input"
        type="tel"
        autoFocus
        value={typed}
        aria-label={texts.fields.callback}
        aria-invalid={!isValid}
        aria-describedby="callback-form"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        onBlur={save}
        sx={{
          width: 1,
          height: 30,
          px: 1,
          border: '1px solid',
          borderColor: isValid ? 'outline.control' : 'error.main',
          borderRadius: '8px',
          bgcolor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
        }}
      />
      {!isValid && (
        <Box id="callback-form" sx={{ typography: 'caption', color: 'error.text' }}>
          {texts.callbackInvalid}
        </Box>
      )}
    </Box>
  );
}

export function CallbackProperty({ ticket, onChange }: Props) {
  const [editing, setEditing] = useState(false);
  const number = ticket.callbackNumber;
  return (
    <Property
      label={texts.fields.callback}
      end={
        ticket.can.edit &&
        !editing && (
          <IconButton
            size="small"
            aria-label={texts.editCallback}
            title={texts.editCallback}
            onClick={() => setEditing(true)}
          >
            <Edit sx={{ fontSize: 16 }} />
          </IconButton>
        )
      }
    >
      {editing ? (
        <NumberForm ticket={ticket} onChange={onChange} onClose={() => setEditing(false)} />
      ) : number ? (
        <Link href={`tel:${number}`}>{number}</Link>
      ) : (
        <Value faint>{texts.noCallback}</Value>
      )}
    </Property>
  );
}
