import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import FilterList from '@mui/icons-material/FilterListOutlined';
import Sell from '@mui/icons-material/SellOutlined';
import IconButton from '@mui/material/IconButton';
import { words } from '../../../shared/text/words.texts';
import { MenuButton } from '../../../shared/ui/menu-button';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { texts } from '../queue.texts';
import { type QueueAddress, withFilter } from '../queue-address';
import { viewFilters } from '../queue-views';

interface Props {
  address: QueueAddress;
  /** Tags seen in the list. */
  tags: readonly string[];
  onChange: (address: QueueAddress) => void;
}

/** Which statuses can be chosen: those the view has, when it has several. */
function statusesOf(view: string | null): readonly TicketStatus[] {
  const all = view === null ? STATUSES : (viewFilters(view, new Date(0), 'UTC').status ?? STATUSES);
  return all.length > 1 ? all : [];
}

/** Status and tags: rarer filters. What is chosen stands as a chip above the list. */
export function MoreFilters({ address, tags, onChange }: Props) {
  const statuses = statusesOf(address.view).map((status) => ({
    value: `status ${status}`,
    label: words.status[status],
    icon: <StatusIcon status={status} size={18} decorative />,
  }));
  const tagged = tags.map((tag, index) => ({
    value: `tag ${tag}`,
    label: tag,
    icon: <Sell sx={{ fontSize: 18, color: 'text.tertiary' }} />,
    apart: index === 0 && statuses.length > 0,
  }));
  const choose = (value: string) => {
    const [name, ...rest] = value.split(' ');
    const chosen = rest.join(' ');
    onChange(
      name === 'tag' ? withFilter(address, 'tag', [chosen]) : withFilter(address, 'status', [chosen as TicketStatus]),
    );
  };
  if (statuses.length + tagged.length === 0) return null;
  return (
    <MenuButton label={texts.moreFilters} options={[...statuses, ...tagged]} onChoose={choose}>
      {(trigger) => (
        <IconButton {...trigger} size="small" aria-label={texts.moreFilters} title={texts.moreFilters}>
          <FilterList />
        </IconButton>
      )}
    </MenuButton>
  );
}
