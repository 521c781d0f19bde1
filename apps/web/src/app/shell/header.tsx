import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useSession, useUser } from '../../shared/access/use-session';
import { lazyLater } from '../../shared/ui/lazy-later';
import { Link } from '../../shared/ui/link';
import { Mark } from '../../shared/ui/mark';
import { PersonAvatar } from '../../shared/ui/person-avatar';
import { routeAt } from '../routes';
import { HeaderSearch } from './header-search';
import { texts } from './shell.texts';

const loadMenu = () => import('./account-menu');
const AccountMenu = lazy(() => loadMenu().then((module) => ({ default: module.AccountMenu })));

const Bell = lazyLater(() => import('../../features/notifications/components/bell').then((module) => module.Bell));

const AvailabilitySwitch = lazyLater(() =>
  import('../../features/work-profiles/components/availability-switch').then((module) => module.AvailabilitySwitch),
);
const OwnStanding = lazyLater(() =>
  import('../../features/work-profiles/components/own-standing').then((module) => module.OwnStanding),
);

/** Those who are given tickets see whether they are. */
function Face() {
  const user = useUser();
  const { can } = useSession();
  const plain = <PersonAvatar person={user} size={32} />;
  if (!can('self.availability')) return plain;
  return (
    <Suspense fallback={plain}>
      <OwnStanding />
    </Suspense>
  );
}

function AccountButton() {
  const user = useUser();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <ButtonBase
        aria-label={texts.account(user.name)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onMouseEnter={() => void loadMenu()}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.75, borderRadius: '50%' }}
      >
        <Face />
      </ButtonBase>
      {anchor && (
        <Suspense fallback={null}>
          <AccountMenu anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}

const NEW_TICKET = '/tickets/new';

function NewTicket() {
  const user = useUser();
  const { pathname } = useLocation();
  const route = routeAt(NEW_TICKET);
  if (user.role !== 'employee' || !route || pathname === NEW_TICKET) return null;
  return (
    <Button component={Link} to={NEW_TICKET} startIcon={<Add />} onMouseEnter={() => void route.preload()}>
      {texts.newTicket}
    </Button>
  );
}

function Availability() {
  const { can } = useSession();
  if (!can('self.availability')) return null;
  return (
    <Suspense fallback={null}>
      <AvailabilitySwitch />
    </Suspense>
  );
}

export function Header() {
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        zIndex: 'appBar',
        top: 0,
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        height: 56,
        pl: { xs: 2, md: 0 },
        pr: { xs: 1.25, md: 2 },
        bgcolor: 'background.default',
      }}
    >
      <Box
        component={Link}
        to="/"
        aria-label={texts.home}
        sx={{ display: { xs: 'grid', md: 'none' }, borderRadius: '8px' }}
      >
        <Mark size={28} />
      </Box>
      <HeaderSearch />
      <Box sx={{ flex: { md: 1 } }} />
      <NewTicket />
      <Availability />
      <Suspense fallback={<Box sx={{ width: 40, height: 40 }} />}>
        <Bell />
      </Suspense>
      <AccountButton />
    </Box>
  );
}
