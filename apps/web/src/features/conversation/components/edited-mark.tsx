import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { lazy, Suspense, useState } from 'react';
import { texts } from '../conversation.texts';
import type { TalkedAbout } from '../talked-about';

const MessageHistory = lazy(() => import('./message-history').then((module) => ({ default: module.MessageHistory })));

interface Props {
  ticket: Pick<TalkedAbout, 'id' | 'can'>;
  message: MessageResponse;
}

const look = { typography: 'caption', color: 'text.tertiary' };

/** Says that a message was changed; those who work on the ticket see what it said before. */
export function EditedMark({ ticket, message }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!ticket.can.note) {
    return (
      <Box component="span" sx={look}>
        {texts.edited}
      </Box>
    );
  }
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        title={texts.showHistory}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ...look, minHeight: 24, my: '-2px', px: 0.5, mx: -0.5, borderRadius: '4px', textDecoration: 'underline' }}
      >
        {texts.edited}
      </ButtonBase>
      {anchor && (
        <Suspense fallback={null}>
          <MessageHistory ticketId={ticket.id} message={message} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
