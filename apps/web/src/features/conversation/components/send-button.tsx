import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import Check from '@mui/icons-material/CheckOutlined';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSession, useUser } from '../../../shared/access/use-session';
import { keepPersonal, readPersonal } from '../../../shared/storage/personal-storage';
import { words } from '../../../shared/text/words.texts';
import { MenuButton } from '../../../shared/ui/menu-button';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { texts } from '../conversation.texts';
import type { Outgoing } from '../outbox';
import type { Kind } from '../use-draft';

/** Every choice, in the order of the menu. */
const ORDER: readonly TicketStatus[] = ['waiting', 'in_progress', 'resolved', 'open', 'closed'];
/** What an answer usually leads to. */
const USUAL: Partial<Record<TicketStatus, TicketStatus>> = {
  new: 'in_progress',
  open: 'waiting',
  in_progress: 'waiting',
  waiting: 'resolved',
  resolved: 'closed',
};

interface Props {
  ticket: Pick<TicketResponse, 'status' | 'can'>;
  kind: Kind;
  ended: boolean;
  online: boolean;
  disabled: boolean;
  title?: string;
  /** @returns what was sent, or null */
  onSend: (changes?: TicketChangesDto) => Outgoing | null;
  /** Goes on to the next ticket, after this was sent. */
  onNext?: (sent: Outgoing) => void;
}

const noteButton = {
  bgcolor: 'note.button',
  color: 'note.onButton',
  '&:hover': { bgcolor: 'note.button' },
};

const joined = { borderRadius: 0, boxShadow: 'none' };
const edge = { borderLeft: '1px solid rgba(255,255,255,.35)' };

const NEXT = 'next';

/** "Then open the next ticket": chosen once, it holds until it is chosen again. */
function useThenNext(onSend: Props['onSend'], onNext: Props['onNext']) {
  const { id } = useUser();
  const [wanted, setWanted] = useState(() => readPersonal<boolean>(id, 'then-next') ?? false);
  const toggle = () => {
    keepPersonal(id, 'then-next', !wanted);
    setWanted(!wanted);
  };
  const send = (status?: TicketStatus) => {
    const sent = onSend(status && { status });
    if (sent && wanted) onNext?.(sent);
  };
  const option = {
    value: NEXT,
    label: texts.thenNext,
    icon: wanted ? <Check /> : <Box sx={{ width: 18 }} />,
    apart: true,
  };
  return { send, options: onNext ? [option] : [], toggle };
}

/** Sends, or sends and moves the ticket on in the same breath. */
export function SendButton({ ticket, kind, ended, online, disabled, title, onSend, onNext }: Props) {
  const { can } = useSession();
  const { send, options, toggle } = useThenNext(onSend, onNext);
  const moves = can('ticket.changeStatus') && kind === 'reply' && !ended ? ticket.can.moves : [];
  const choices = ORDER.filter((status) => moves.includes(status));
  const usual = choices.find((status) => status === USUAL[ticket.status]) ?? choices[0];
  const label = ended ? texts.openFollowUp : online ? texts.send : texts.sendLater;
  if (kind === 'note' || !usual) {
    return (
      <Button
        variant="contained"
        disabled={disabled}
        title={title}
        onClick={() => send()}
        sx={kind === 'note' && !disabled ? noteButton : undefined}
      >
        {kind === 'note' ? texts.addNote : label}
      </Button>
    );
  }
  return (
    <Box sx={{ display: 'flex', borderRadius: '8px', overflow: 'clip', overflowClipMargin: 6 }}>
      <Button
        variant="contained"
        disabled={disabled}
        title={title}
        onClick={() => send()}
        sx={{ ...joined, borderRadius: '8px 0 0 8px' }}
      >
        {label}
      </Button>
      <Button
        variant="contained"
        disabled={disabled}
        title={title}
        aria-label={texts.sendSetting(words.status[usual])}
        onClick={() => send(usual)}
        sx={{ ...joined, ...edge, display: { xs: 'none', sm: 'inline-flex' } }}
      >
        {texts.andSet(words.status[usual])}
      </Button>
      <MenuButton
        label={texts.sendAs}
        options={[
          ...choices.map((status) => ({
            value: status,
            label: texts.sendSetting(words.status[status]),
            icon: <StatusIcon status={status} decorative />,
          })),
          ...options,
        ]}
        onChoose={(value) => (value === NEXT ? toggle() : send(value as TicketStatus))}
      >
        {(trigger) => (
          <Button
            {...trigger}
            variant="contained"
            disabled={disabled}
            aria-label={texts.andSetOther}
            sx={{
              ...joined,
              ...edge,
              borderRadius: '0 8px 8px 0',
              px: 1,
              '@media (pointer: coarse)': { minWidth: 44 },
            }}
          >
            <KeyboardArrowDown sx={{ fontSize: 18 }} />
          </Button>
        )}
      </MenuButton>
    </Box>
  );
}
