import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import ForwardToInbox from '@mui/icons-material/ForwardToInboxOutlined';
import MailOutline from '@mui/icons-material/MailOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { MailList } from '../features/mail/components/mail-list';
import { MailReader } from '../features/mail/components/mail-reader';
import { mailsList } from '../features/mail/mail.queries';
import { texts } from '../features/mail/mail.texts';
import { isApiError } from '../shared/api/api-error';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { Link } from '../shared/ui/link';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { ShowMore } from '../shared/ui/show-more';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const PATH = '/admin/mailbox';
const addressOf = (id: string) => `${PATH}?mail=${id}`;

/** List and mail side by side; on phones one after the other. */
function TwoPanes({ list, reader, isReading }: { list: ReactNode; reader: ReactNode; isReading: boolean }) {
  return (
    <Panel
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(240px, 340px) minmax(0, 1fr)' },
        height: { md: 'calc(100dvh - 190px)' },
        minHeight: { md: 480 },
        overflow: 'hidden',
      }}
    >
      <Box sx={{ display: { xs: isReading ? 'none' : 'block', md: 'block' }, overflowY: 'auto' }}>{list}</Box>
      <Box
        sx={{
          display: { xs: isReading ? 'flex' : 'none', md: 'flex' },
          flexDirection: 'column',
          minWidth: 0,
          borderLeft: { md: '1px solid' },
          borderColor: { md: 'divider' },
        }}
      >
        {reader}
      </Box>
    </Panel>
  );
}

function Mailbox() {
  const selectedId = useSearchParams()[0].get('mail');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(mailsList);
  const mails = data?.pages.flatMap(({ items }) => items);
  if (isApiError(error, 'resource.not_found'))
    return (
      <Panel>
        <EmptyState icon={<ForwardToInbox />} tone="primary" title={texts.sentTitle} text={texts.sentText} />
      </Panel>
    );
  if (!mails)
    return (
      <Panel>
        {error ? (
          <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows />
        )}
      </Panel>
    );
  if (mails.length === 0)
    return (
      <Panel>
        <EmptyState icon={<MailOutline />} tone="primary" title={texts.emptyTitle} text={texts.emptyText} />
      </Panel>
    );
  return (
    <>
      {selectedId && (
        <Button
          component={Link}
          to={PATH}
          variant="text"
          startIcon={<ArrowBack />}
          sx={{ display: { md: 'none' }, mb: 1 }}
        >
          {texts.back}
        </Button>
      )}
      <TwoPanes
        isReading={selectedId !== null}
        list={
          <>
            <MailList mails={mails} selectedId={selectedId} addressOf={addressOf} />
            <ShowMore hasMore={hasNextPage} loading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
          </>
        }
        reader={
          selectedId ? (
            <MailReader key={selectedId} id={selectedId} />
          ) : (
            <EmptyState icon={<MailOutline />} tone="neutral" title={texts.choose} text={texts.chooseText} />
          )
        }
      />
    </>
  );
}

/** What would have been sent: for trying things out before a mail server is there. */
export function MailboxPage() {
  const { error } = useInfiniteQuery(mailsList);
  const isReallySent = isApiError(error, 'resource.not_found');
  return (
    <>
      <PageHeader title={texts.title} text={isReallySent ? undefined : texts.text} />
      <Mailbox />
    </>
  );
}
