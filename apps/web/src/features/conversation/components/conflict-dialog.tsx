import QuestionAnswer from '@mui/icons-material/QuestionAnswerOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { RichText } from '../../../shared/ui/rich-text';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts as all } from '../conversation.texts';
import { changeOutgoing, type Outgoing, takeBack } from '../outbox';
import { Attachments } from './attachments';

const texts = all.movedOn;

function Missed({ item }: { item: Outgoing }) {
  return (
    <Box sx={{ display: 'grid', gap: 1, maxHeight: '40dvh', overflowY: 'auto' }}>
      {(item.missed ?? []).map(
        ({ id, message, at }) =>
          message && (
            <Box key={id} sx={{ p: 1.5, borderRadius: '8px', bgcolor: 'primary.soft' }}>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.75 }}>
                <PersonAvatar person={message.author} size={24} />
                <Box sx={{ typography: 'h6' }}>{message.author.name}</Box>
                <SoftChip small tone="primary" ground="background.paper" label={texts.fresh} />
                <Box sx={{ ml: 'auto', typography: 'caption', color: 'text.secondary' }}>
                  <RelativeTime at={at} format="clock" />
                </Box>
              </Box>
              <RichText html={message.body} />
              <Attachments files={message.attachments} />
            </Box>
          ),
      )}
    </Box>
  );
}

const asText = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

/** Up to where it has been read by now; what comes after is news again. Another ticket's numbers say nothing here. */
function seenIn({ ticketId, missed = [] }: Outgoing): number | undefined {
  const last = missed.at(-1);
  return last?.ticketId === ticketId ? last.seq : undefined;
}

interface Props {
  item: Outgoing;
  onEdit: (item: Outgoing) => void;
  onClose: () => void;
}

/** A colleague was faster. The message waits until its writer has read what was said. */
export function ConflictDialog({ item, onEdit, onClose }: Props) {
  const { id } = useUser();
  const titleId = useId();
  const by = item.missed?.at(-1)?.actor?.name.split(' ')[0] ?? '';
  const sendAnyway = () =>
    changeOutgoing(id, item.clientId, { state: 'waiting', lastSeenSeq: seenIn(item), missed: undefined });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <Box sx={{ display: 'grid', gap: 2, p: 3 }}>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Box
            sx={{
              display: 'grid',
              placeItems: 'center',
              flex: 'none',
              width: 36,
              height: 36,
              borderRadius: '8px',
              bgcolor: 'warning.soft',
              color: 'warning.text',
            }}
          >
            <QuestionAnswer />
          </Box>
          <div>
            <Box component="h2" id={titleId} sx={{ typography: 'h4', m: 0 }}>
              {texts.title(by)}
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{texts.text}</Box>
          </div>
        </Box>
        <Missed item={item} />
        <Box sx={{ display: 'flex', gap: 1.5, px: 1.5, typography: 'caption', color: 'text.secondary' }}>
          <Box sx={{ flex: 'none', color: 'text.tertiary' }}>{texts.yourDraft}</Box>
          <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{asText(item.body)}</Box>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="text" color="inherit" onClick={() => takeBack(id, item.clientId)} sx={{ mr: 'auto' }}>
            {texts.discard}
          </Button>
          <Button onClick={sendAnyway}>{texts.sendAnyway}</Button>
          <Button variant="contained" autoFocus onClick={() => onEdit(item)}>
            {texts.edit}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
