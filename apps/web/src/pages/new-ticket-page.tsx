import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { NewTicketForm } from '../features/tickets/forms/new-ticket-form';
import { texts } from '../features/tickets/new-ticket.texts';
import { ticketKeys, ticketQuery } from '../features/tickets/tickets.queries';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { useToast } from '../shared/ui/toast';

export function NewTicketPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const { subject } = (useLocation().state ?? {}) as { subject?: string };
  const [blank, setBlank] = useState(0);
  return (
    <PageBody>
      <PageHeader title={texts.title} />
      <Panel sx={{ p: { xs: 2, md: 3 }, maxWidth: 704 }}>
        <NewTicketForm
          key={blank}
          subject={blank === 0 ? (subject ?? null) : null}
          onSent={(ticket) => {
            client.setQueryData(ticketQuery(ticket.number).queryKey, ticket);
            void client.invalidateQueries({ queryKey: ticketKeys.lists });
            toast(texts.sent(ticket.number));
            navigate(`/tickets/${ticket.number}`, { replace: true });
          }}
          onDiscard={() => {
            toast(texts.discarded);
            setBlank(blank + 1);
          }}
        />
      </Panel>
    </PageBody>
  );
}
