import NotificationsNone from '@mui/icons-material/NotificationsNoneOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { notificationsQuery, useLiveNotifications } from '../notifications.queries';
import { texts } from '../notifications.texts';

const load = () => import('./notification-popover');
const NotificationPopover = lazy(() => load().then((module) => ({ default: module.NotificationPopover })));

const MOST = 99;

function Count({ unread }: { unread: number }) {
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{
        position: 'absolute',
        top: 1,
        right: 0,
        minWidth: 16,
        height: 16,
        px: 0.5,
        borderRadius: '8px',
        bgcolor: 'error.fill',
        color: '#fff',
        fontSize: 10,
        lineHeight: '16px',
        fontWeight: 600,
        fontVariantNumeric: 'tabular-nums',
        textAlign: 'center',
      }}
    >
      {unread > MOST ? texts.many : unread}
    </Box>
  );
}

/** How much is new for this person, and what it is. */
export function Bell() {
  useLiveNotifications();
  const { data } = useInfiniteQuery(notificationsQuery);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <>
      <IconButton
        aria-label={texts.bell(unread)}
        title={texts.title}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onMouseEnter={() => void load()}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ position: 'relative' }}
      >
        <NotificationsNone />
        {unread > 0 && <Count unread={unread} />}
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>
          <NotificationPopover anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
