import type { MergedRequest } from '@baton/contracts/conversation/timeline-data';
import Box from '@mui/material/Box';
import { MessageEntry } from './message-entry';

interface Props {
  requests: readonly MergedRequest[];
  requesterId: string;
}

/** What the merged tickets asked. */
export function MergedRequests({ requests, requesterId }: Props) {
  return requests.map(({ ticket, subject, description, requester, attachments, createdAt }) => (
    <MessageEntry
      key={ticket.id}
      author={requester}
      requesterId={requesterId}
      at={createdAt}
      html={description}
      attachments={attachments}
      marks={
        <Box component="span" sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {ticket.number} · {subject}
        </Box>
      }
    />
  ));
}
