import { useLocation, useParams } from 'react-router-dom';
import { PageBody } from '../shared/ui/page-body';
import { Panel } from '../shared/ui/panel';
import { TicketView } from './ticket-view';

export function TicketPage() {
  const { id = '' } = useParams();
  const { search, state } = useLocation();
  return (
    <PageBody layout="panes">
      <Panel sx={{ display: 'flex', height: 1, borderRadius: { xs: 0, md: '12px' } }}>
        <TicketView
          ticketRef={id}
          base="/tickets"
          search={search}
          arrival={state}
          back="/tickets"
          propertiesFrom="lg"
        />
      </Panel>
    </PageBody>
  );
}
