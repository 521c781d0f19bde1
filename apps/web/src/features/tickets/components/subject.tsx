import { LIMITS } from '@baton/contracts/http/limits';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Edit from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { PageTitle } from '../../../shared/ui/page-title';
import { useEditTicket } from '../tickets.mutations';
import { texts } from '../tickets.texts';

const OutlinedInput = lazy(() => import('@mui/material/OutlinedInput'));

interface Props {
  ticket: TicketResponse;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
}

function SubjectForm({ ticket, onStale, onClose }: Props & { onClose: () => void }) {
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
      <Suspense fallback={null}>
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
      </Suspense>
      <Button type="submit" variant="tonal" disabled={!isValid}>
        {texts.save}
      </Button>
      <Button variant="text" color="inherit" onClick={onClose}>
        {texts.cancel}
      </Button>
    </Box>
  );
}

const Line = fixedBox('div', {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 0.5,
  px: { xs: 1, md: 0 },
  pt: { xs: 0.5, md: 0 },
  '& > h1': { minWidth: 0, overflowWrap: 'anywhere' },
  '& > button': { my: -0.25 },
});

/** The subject, and for those who may, the way to correct it. */
export function Subject({ ticket, onStale }: Props) {
  const [editing, setEditing] = useState(false);
  if (editing) return <SubjectForm ticket={ticket} onStale={onStale} onClose={() => setEditing(false)} />;
  return (
    <Line>
      <PageTitle variant="h3">{ticket.subject}</PageTitle>
      {ticket.can.edit && (
        <IconButton
          size="small"
          aria-label={texts.editSubject}
          title={texts.editSubject}
          onClick={() => setEditing(true)}
        >
          <Edit style={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Line>
  );
}
