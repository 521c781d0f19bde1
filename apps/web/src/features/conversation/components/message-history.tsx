import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import Box from '@mui/material/Box';
import Popover from '@mui/material/Popover';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/call';
import { ErrorState } from '../../../shared/ui/error-state';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { RichText } from '../../../shared/ui/rich-text';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { texts } from '../conversation.texts';

interface Props {
  ticketId: string;
  message: MessageResponse;
  anchor: HTMLElement;
  onClose: () => void;
}

/** What a message said before, newest first. */
export function MessageHistory({ ticketId, message, anchor, onClose }: Props) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['timeline', ticketId, 'versions', message.id, message.editedAt],
    queryFn: () => call(conversationEndpoints.versions, { params: { id: ticketId, messageId: message.id } }),
  });
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': texts.history, sx: { width: 400, p: 2, maxHeight: '60dvh' } },
      }}
    >
      <Box component="h2" sx={{ typography: 'h6', m: 0, mb: 1.5 }}>
        {texts.history}
      </Box>
      {isPending && <SkeletonRows rows={2} height={48} />}
      {error && <ErrorState error={error} title={texts.historyFailed} onRetry={() => void refetch()} />}
      <Box component="ol" sx={{ display: 'grid', gap: 1.5, listStyle: 'none', m: 0, p: 0 }}>
        {data?.items.toReversed().map(({ version, body, editedBy, at }) => (
          <li key={version}>
            <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>
              {texts.replacedBy(editedBy.name)} <RelativeTime at={at} format="clock" />
            </Box>
            <RichText html={body} />
          </li>
        ))}
      </Box>
    </Popover>
  );
}
