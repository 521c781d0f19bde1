import type { NotificationKind, NotificationResponse } from '@baton/contracts/notifications/notifications.response';
import Bolt from '@mui/icons-material/BoltOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { useSession } from '../../../shared/access/use-session';
import { Link } from '../../../shared/ui/link';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../notifications.texts';

interface Props {
  notification: NotificationResponse;
  onOpen: () => void;
}

/** What stands in a person's place where the product itself speaks. */
const SIGNS: Partial<Record<NotificationKind, { Icon: ComponentType<SvgIconProps>; look: object }>> = {
  sla_warning: { Icon: Timer, look: { color: 'warning.text', bgcolor: 'warning.soft' } },
  sla_breached: { Icon: ErrorOutline, look: { color: 'error.text', bgcolor: 'error.soft' } },
};
const PLAIN = { Icon: Bolt, look: { color: 'text.secondary' } };

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Who did what on which ticket. Unread: a dot, a stronger line and a coloured age. */
export function NotificationRow({ notification, onOpen }: Props) {
  const { can } = useSession();
  const { kind, actor, ticket, read, createdAt } = notification;
  const sign = SIGNS[kind] ?? PLAIN;
  const base = can('ticket.readAll') ? '/queue' : '/tickets';
  return (
    <li>
      <Box
        component={Link}
        to={`${base}/${ticket.number}`}
        onClick={onOpen}
        sx={{
          position: 'relative',
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          minHeight: 64,
          pl: 2,
          pr: 1.5,
          borderRadius: '8px',
          color: 'text.primary',
          textDecoration: 'none',
          '&:hover': { bgcolor: 'surface.hover' },
        }}
      >
        {!read && (
          <Box
            component="span"
            sx={{ position: 'absolute', left: 3, width: 8, height: 8, borderRadius: '50%', bgcolor: 'primary.main' }}
          />
        )}
        {actor ? (
          <PersonAvatar person={actor} size={32} />
        ) : (
          <Box
            sx={{
              display: 'grid',
              placeItems: 'center',
              width: 32,
              height: 32,
              flex: 'none',
              borderRadius: '50%',
              ...sign.look,
            }}
          >
            <sign.Icon sx={{ fontSize: 20 }} />
          </Box>
        )}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Box component="span" sx={{ flex: 1, minWidth: 0, fontWeight: read ? 500 : 600, ...ellipsis }}>
              {!read && <VisuallyHidden>{texts.unread} </VisuallyHidden>}
              {texts.did[kind](actor?.name ?? null)}
            </Box>
            <Box component="span" sx={{ typography: 'caption', color: read ? 'text.tertiary' : 'primary.text' }}>
              <RelativeTime at={createdAt} />
            </Box>
          </Box>
          <Box sx={{ typography: 'caption', color: 'text.secondary', ...ellipsis }}>
            {ticket.number} · {ticket.subject}
          </Box>
        </Box>
      </Box>
    </li>
  );
}
