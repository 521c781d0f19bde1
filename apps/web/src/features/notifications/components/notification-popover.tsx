import NotificationsNone from '@mui/icons-material/NotificationsNoneOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { ShowMore } from '../../../shared/ui/show-more';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { notificationsQuery, useReadNotifications } from '../notifications.queries';
import { texts } from '../notifications.texts';
import { NotificationRow } from './notification-row';

interface Props {
  anchor: HTMLElement;
  onClose: () => void;
}

/** What happened that concerns the reader alone, newest first. */
export function NotificationPopover({ anchor, onClose }: Props) {
  const titleId = useId();
  const read = useReadNotifications();
  const list = useInfiniteQuery(notificationsQuery);
  const pages = list.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': titleId,
          sx: { display: 'flex', flexDirection: 'column', width: 400, maxHeight: 'min(560px, 80dvh)', mt: 0.5 },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: 'none', minHeight: 52, pl: 2, pr: 1 }}>
        <Box component="h2" id={titleId} sx={{ typography: 'h5', m: 0, flex: 1 }}>
          {texts.title}
        </Box>
        {(pages[0]?.unread ?? 0) > 0 && (
          <Button variant="text" size="small" onClick={() => read.mutate(null)}>
            {texts.readAll}
          </Button>
        )}
      </Box>
      <Box sx={{ overflowY: 'auto', minHeight: 0, pb: 1 }}>
        {list.isPending && <SkeletonRows rows={4} height={64} />}
        {list.isError && items.length === 0 && (
          <ErrorState error={list.error} title={texts.failed} onRetry={() => void list.refetch()} />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState icon={<NotificationsNone />} title={texts.empty} text={texts.emptyText} />
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 1, py: 0 }}>
          {items.map((item) => (
            <NotificationRow
              key={item.id}
              notification={item}
              onOpen={() => {
                if (!item.read) read.mutate([item.id]);
                onClose();
              }}
            />
          ))}
        </Box>
        <ShowMore
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Box>
    </Popover>
  );
}
