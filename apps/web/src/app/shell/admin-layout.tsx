import Box from '@mui/material/Box';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useSession } from '../../shared/access/use-session';
import { Link } from '../../shared/ui/link';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { VisuallyHidden } from '../../shared/ui/visually-hidden';
import { routeAt } from '../routes';
import { adminNavigation } from './admin-navigation';
import { isActive, type NavigationItem } from './navigation';
import { texts } from './shell.texts';
import { usePendingRegistrations } from './use-pending-registrations';

const APPROVALS = '/admin/approvals';

function AdminLink({ item, active, count }: { item: NavigationItem; active: boolean; count: number }) {
  return (
    <Box
      component={Link}
      to={item.path}
      // On a phone the row of tabs scrolls: the open one must be in sight.
      ref={
        active
          ? (link: HTMLElement | null) => link?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
          : undefined
      }
      aria-current={active ? 'page' : undefined}
      onMouseEnter={() => void routeAt(item.path)?.preload()}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        flex: 'none',
        minHeight: { xs: 44, md: 36 },
        px: 1.5,
        borderRadius: '8px',
        typography: 'body2',
        fontWeight: active ? 600 : 400,
        textDecoration: 'none',
        color: active ? 'primary.text' : 'text.secondary',
        bgcolor: active ? 'primary.soft2' : 'transparent',
        '&:hover': { bgcolor: active ? 'primary.soft2' : 'surface.neutral' },
      }}
    >
      <item.Icon sx={{ fontSize: 18 }} />
      {item.label}
      {count > 0 && (
        <Box
          component="span"
          sx={{ ml: 'auto', pl: 1, typography: 'caption', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
        >
          <span aria-hidden="true">{count}</span>
          <VisuallyHidden>{texts.waiting(count)}</VisuallyHidden>
        </Box>
      )}
    </Box>
  );
}

/** The admin's own navigation: a column, or a row of tabs on small screens. */
export function AdminLayout() {
  const { can } = useSession();
  const { pathname } = useLocation();
  const pending = usePendingRegistrations();
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row' },
        gap: { xs: 2, md: 3 },
        px: { xs: 2, md: 0 },
        pr: { md: 3 },
        pt: 1,
        pb: 4,
      }}
    >
      <Box component="nav" aria-label={texts.adminNavigation} sx={{ width: { md: 208 }, flex: 'none', minWidth: 0 }}>
        <Box sx={{ display: { xs: 'none', md: 'block' }, px: 1.5, pt: 0.75, pb: 1, typography: 'h5' }}>
          {texts.admin}
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexDirection: { xs: 'row', md: 'column' },
            gap: { xs: 0.5, md: 0 },
            overflowX: 'auto',
            p: 0.5,
            m: -0.5,
          }}
        >
          {adminNavigation(can).map((item) => (
            <AdminLink
              key={item.path}
              item={item}
              active={isActive(item, pathname)}
              count={item.path === APPROVALS ? pending : 0}
            />
          ))}
        </Box>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Suspense fallback={<SkeletonRows />}>
          <Outlet />
        </Suspense>
      </Box>
    </Box>
  );
}
