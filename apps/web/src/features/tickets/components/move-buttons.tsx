import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Link from '@mui/icons-material/LinkOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../../shared/access/use-session';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Option } from '../../../shared/ui/option-menu';
import { STATUS_LOOKS } from '../../../shared/ui/status-icon';
import { useToast } from '../../../shared/ui/toast';
import { type Move, movesOf, splitMoves } from '../ticket-moves';
import { useMove } from '../tickets.mutations';
import { texts } from '../tickets.texts';

const ConfirmDialog = lazy(() =>
  import('../../../shared/ui/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

/** What the move is called. */
export function moveName({ via, to }: Move): string {
  if (via === 'claim') return texts.moves.claim;
  if (via === 'reopen') return texts.moves.reopen;
  if (via === 'withdraw') return texts.moves.withdraw;
  if (to === 'in_progress') return texts.moves.start;
  return texts.moves[to as 'open' | 'waiting' | 'resolved' | 'closed'];
}

const keyOf = ({ via, to }: Move) => `${via} ${to}`;
const COPY = 'copy';

/** Something else that can be done with a ticket, by another feature. */
export interface TicketAction extends Option {
  run: () => void;
}

function optionsOf(moves: readonly Move[], actions: readonly TicketAction[]): Option[] {
  const options = moves.map((move): Option => {
    const { Icon } = STATUS_LOOKS[move.to];
    return {
      value: keyOf(move),
      label: moveName(move),
      icon: <Icon sx={{ fontSize: 18 }} />,
      danger: move.via === 'withdraw',
    };
  });
  return [
    ...options,
    ...actions.map((action, index) => ({ ...action, apart: index === 0 && options.length > 0 })),
    {
      value: COPY,
      label: texts.copyLink,
      icon: <Link sx={{ fontSize: 18 }} />,
      apart: options.length + actions.length > 0,
    },
  ];
}

interface Props {
  ticket: TicketResponse;
  actions?: readonly TicketAction[];
}

const NONE: readonly TicketAction[] = [];

/** Only what is legal now: the usual next move as a button, the others and all else in a menu. */
export function MoveButtons({ ticket, actions = NONE }: Props) {
  const { can } = useSession();
  const toast = useToast();
  const move = useMove(ticket.id);
  const [confirming, setConfirming] = useState<Move | null>(null);
  const moves = movesOf(ticket, can('ticket.changeStatus'));
  const { first, rest } = splitMoves(ticket.status, moves);

  const make = (chosen: Move) => (chosen.via === 'withdraw' ? setConfirming(chosen) : move.mutate(chosen));
  const choose = (value: string) => {
    const chosen = rest.find((each) => keyOf(each) === value);
    if (chosen) return make(chosen);
    const action = actions.find((each) => each.value === value);
    if (action) return action.run();
    void navigator.clipboard
      ?.writeText(`${location.origin}/tickets/${ticket.number}`)
      .then(() => toast(texts.linkCopied));
  };
  const FirstIcon = first && STATUS_LOOKS[first.to].Icon;
  return (
    <>
      {first && FirstIcon && (
        <Button startIcon={<FirstIcon />} disabled={move.isPending} onClick={() => make(first)}>
          {moveName(first)}
        </Button>
      )}
      <MenuButton label={texts.moreActions} options={optionsOf(rest, actions)} onChoose={choose}>
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.moreActions} title={texts.moreActions}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
      {confirming && (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            danger
            title={texts.withdrawTitle(ticket.number)}
            confirmLabel={texts.withdrawAction}
            busy={move.isPending}
            onConfirm={() => move.mutate(confirming, { onSettled: () => setConfirming(null) })}
            onClose={() => setConfirming(null)}
          >
            {texts.withdrawText}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
