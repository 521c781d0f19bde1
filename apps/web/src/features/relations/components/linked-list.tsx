import type { LinkKind } from '@baton/contracts/relations/relations.dto';
import type { TicketLinkResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Link } from '../../../shared/ui/link';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { useLinks } from '../relations.queries';
import { texts } from '../relations.texts';

interface Group {
  label: string;
  tickets: readonly TicketLinkResponse[];
  /** What can be unlinked, and as what it would be linked again. */
  kind?: LinkKind;
  /** Merged tickets lead on by themselves; from here one wants to see them. */
  stay?: boolean;
}

const groupsOf = (ticket: TicketResponse): Group[] =>
  [
    { label: texts.groups.parent, tickets: ticket.parent ? [ticket.parent] : [], kind: 'parent' as const },
    { label: texts.groups.children, tickets: ticket.children, kind: 'child' as const },
    { label: texts.groups.related, tickets: ticket.related, kind: 'related' as const },
    { label: texts.groups.splitFrom, tickets: ticket.splitFrom ? [ticket.splitFrom] : [] },
    { label: texts.groups.mergedFrom, tickets: ticket.mergedFrom, stay: true },
  ].filter(({ tickets }) => tickets.length > 0);

interface RowProps {
  other: TicketLinkResponse;
  to: string;
  stay?: boolean;
  onRemove?: () => void;
}

const rowLook = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  flex: 1,
  minWidth: 0,
  minHeight: { xs: 44, md: 32 },
  px: 1,
  mx: -1,
  borderRadius: '8px',
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'surface.neutral' },
};

function Row({ other, to, stay, onRemove }: RowProps) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component={Link} to={to} state={stay ? { stay } : undefined} sx={rowLook}>
        <StatusIcon status={other.status} />
        <Box
          component="span"
          sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {other.subject}
        </Box>
        <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
          {other.number.slice(other.number.lastIndexOf('-') + 1)}
        </Box>
      </Box>
      {onRemove && (
        <IconButton size="small" aria-label={texts.removeLink(other.number)} onClick={onRemove}>
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Box>
  );
}

interface Props {
  ticket: TicketResponse;
  /** Below which address tickets open. */
  base: string;
  onLink: () => void;
}

/** Every ticket this one belongs to, and how. */
export function LinkedList({ ticket, base, onLink }: Props) {
  const { remove } = useLinks();
  const groups = groupsOf(ticket);
  if (groups.length === 0 && !ticket.can.relate) return null;
  return (
    <Box component="section" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 32 }}>
        <Box component="h2" sx={{ typography: 'h6', m: 0, flex: 1 }}>
          {texts.title}
        </Box>
        {ticket.can.relate && (
          <IconButton size="small" aria-label={texts.link} title={texts.link} onClick={onLink}>
            <Add sx={{ fontSize: 18 }} />
          </IconButton>
        )}
      </Box>
      {groups.map(({ label, tickets, kind, stay }) => (
        <div key={label}>
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{label}</Box>
          <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {tickets.map((other) => (
              <Row
                key={other.id}
                other={other}
                to={`${base}/${other.number}`}
                stay={stay}
                onRemove={kind && ticket.can.relate ? () => remove.mutate({ ticket, other, kind }) : undefined}
              />
            ))}
          </Box>
        </div>
      ))}
    </Box>
  );
}
