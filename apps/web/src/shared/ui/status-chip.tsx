import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { words } from '../text/words.texts';
import { SoftChip } from './soft-chip';
import { STATUS_LOOKS } from './status-icon';

export function StatusChip({ status, small }: { status: TicketStatus; small?: boolean }) {
  const { Icon, color, ground } = STATUS_LOOKS[status];
  return <SoftChip label={words.status[status]} icon={<Icon />} color={color} ground={ground} small={small} />;
}
