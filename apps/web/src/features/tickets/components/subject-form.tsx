import { LIMITS } from '@baton/contracts/http/limits';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type FormEvent, useState } from 'react';
import { useEditTicket } from '../tickets.mutations';
import { texts } from '../tickets.texts';

interface Props {
  ticket: TicketResponse;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
  onClose: () => void;
}

/** The subject while it is being corrected. */
export function SubjectForm({ ticket, onStale, onClose }: Props) {
  const [subject, setSubject] = useState(ticket.subject);
  const [version] = useState(ticket.version);
  const edit = useEditTicket(ticket.id, onStale);
  const wanted = subject.trim();
  const isValid = wanted.length >= LIMITS.subjectMin && wanted.length <= LIMITS.subjectMax;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    if (wanted !== ticket.subject) edit.mutate({ version, subject: wanted });
    onClose();
  };
  return (
    <Box
      component="form"
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}
    >
      <OutlinedInput
        autoFocus
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
        error={!isValid}
        inputProps={{
          'aria-label': texts.subject,
          maxLength: LIMITS.subjectMax,
          title: texts.subjectLength(LIMITS.subjectMin, LIMITS.subjectMax),
        }}
        sx={{ flex: '1 1 240px' }}
      />
      <Button type="submit" variant="tonal" disabled={!isValid}>
        {texts.save}
      </Button>
      <Button variant="text" color="inherit" onClick={onClose}>
        {texts.cancel}
      </Button>
    </Box>
  );
}
