import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Edit from '@mui/icons-material/EditOutlined';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { PageTitle } from '../../../shared/ui/page-title';
import { texts } from '../tickets.texts';

const SubjectForm = lazy(() => import('./subject-form').then((module) => ({ default: module.SubjectForm })));

interface Props {
  ticket: TicketResponse;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
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
  if (editing) {
    return (
      <Suspense fallback={null}>
        <SubjectForm ticket={ticket} onStale={onStale} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
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
