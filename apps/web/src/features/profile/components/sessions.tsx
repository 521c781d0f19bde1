import type { SessionResponse } from '@baton/contracts/auth/auth.response';
import Devices from '@mui/icons-material/DevicesOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ErrorState } from '../../../shared/ui/error-state';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { deviceName } from '../device-name';
import { sessionsQuery, useEndSession } from '../profile.queries';
import { texts } from '../profile.texts';

const EverywhereDialog = lazy(() =>
  import('./everywhere-dialog').then((module) => ({ default: module.EverywhereDialog })),
);

function SessionRow({ session }: { session: SessionResponse }) {
  const end = useEndSession();
  const name = deviceName(session.userAgent);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 56,
        '& + &': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Devices sx={{ color: 'text.tertiary' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, typography: 'subtitle2' }}>
          {name}
          {session.current && <SoftChip small tone="success" label={texts.thisDevice} />}
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          {session.ip} · {texts.lastUsed} <RelativeTime at={session.lastUsedAt} format="ago" />
        </Box>
      </Box>
      {!session.current && (
        <Button
          variant="text"
          color="inherit"
          aria-label={texts.endWho(name)}
          loading={end.isPending}
          onClick={() => end.mutate(session)}
        >
          {texts.end}
        </Button>
      )}
    </Box>
  );
}

/** Where the account is in use, and the way to end it. */
export function Sessions() {
  const { data: sessions, error, refetch } = useQuery(sessionsQuery);
  const [asking, setAsking] = useState(false);
  return (
    <SettingsSection
      title={texts.sessions}
      text={texts.sessionsText}
      action={<Button onClick={() => setAsking(true)}>{texts.everywhere}</Button>}
    >
      {sessions && (
        <Box component="ul" aria-label={texts.sessions} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Box>
      )}
      {!sessions && error && <ErrorState error={error} title={texts.sessionsFailed} onRetry={() => void refetch()} />}
      {!sessions && !error && <SkeletonRows rows={2} height={56} />}
      <Suspense fallback={null}>{asking && <EverywhereDialog onClose={() => setAsking(false)} />}</Suspense>
    </SettingsSection>
  );
}
