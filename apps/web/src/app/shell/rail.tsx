import Box from '@mui/material/Box';
import { memo } from 'react';
import { useLocation } from 'react-router-dom';
import { useSession } from '../../shared/access/use-session';
import { Link } from '../../shared/ui/link';
import { Mark } from '../../shared/ui/mark';
import { routeAt } from '../routes';
import { isActive, mainNavigation, type NavigationItem } from './navigation';
import { texts } from './shell.texts';

interface ItemProps {
  item: NavigationItem;
  active: boolean;
}

/** On tablets: the label beside a bare icon. Plain CSS: the tooltip component would cost every page 9 kB. */
const tip = {
  position: 'relative',
  '&:hover::after, &:focus-visible::after': {
    content: 'attr(data-tip)',
    position: 'absolute',
    left: 'calc(100% + 4px)',
    top: '50%',
    transform: 'translateY(-50%)',
    px: 1,
    py: 0.75,
    borderRadius: '6px',
    bgcolor: 'toast.ground',
    color: 'toast.text',
    typography: 'caption',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
  },
} as const;

/** A pill with an icon, and the label below it where there is room. */
export const RailItem = memo(function RailItem({ item, active }: ItemProps) {
  return (
    <Box
      component={Link}
      to={item.path}
      aria-current={active ? 'page' : undefined}
      aria-label={item.label}
      data-tip={item.label}
      onMouseEnter={() => void routeAt(item.path)?.preload()}
      sx={(theme) => ({
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 0.25,
        flex: { xs: 1, md: 'none' },
        py: { xs: 1, md: 0.75 },
        borderRadius: '8px',
        textDecoration: 'none',
        color: active ? 'primary.text' : 'text.secondary',
        [theme.breakpoints.only('md')]: tip,
        '&:hover > span:first-of-type': { bgcolor: active ? 'primary.soft2' : 'surface.neutral' },
      })}
    >
      <Box
        component="span"
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: { xs: 48, md: 40, lg: 48 },
          height: 28,
          borderRadius: '14px',
          transition: 'background-color 120ms',
          bgcolor: active ? 'primary.soft2' : 'transparent',
        }}
      >
        <item.Icon />
      </Box>
      <Box
        component="span"
        sx={{
          display: { md: 'none', lg: 'inline' },
          typography: 'caption',
          fontWeight: active ? 600 : 500,
          whiteSpace: 'nowrap',
        }}
      >
        {item.label}
      </Box>
    </Box>
  );
});

/** @param active the path of the page one is on */
const Items = memo(function Items({ active }: { active: string | undefined }) {
  const { can } = useSession();
  return (
    <Box
      component="nav"
      aria-label={texts.mainNavigation}
      sx={{
        position: 'fixed',
        zIndex: 'appBar',
        bgcolor: { xs: 'background.paper', md: 'background.default' },
        inset: { xs: 'auto 0 0 0', md: '0 auto 0 0' },
        width: { xs: 'auto', md: 56, lg: 80 },
        pb: { xs: 'env(safe-area-inset-bottom)', md: 0 },
        borderTop: { xs: '1px solid', md: 0 },
        borderColor: { xs: 'divider', md: 'transparent' },
      }}
    >
      <Box
        component={Link}
        to="/"
        aria-label={texts.home}
        sx={{ display: { xs: 'none', md: 'grid' }, placeItems: 'center', height: 56, mb: 1, borderRadius: '8px' }}
      >
        <Mark size={32} />
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexDirection: { xs: 'row', md: 'column' },
          height: { xs: 64, md: 'auto' },
          px: { xs: 1, md: 0.5 },
        }}
      >
        {mainNavigation(can).map((item) => (
          <RailItem key={item.path} item={item} active={item.path === active} />
        ))}
      </Box>
    </Box>
  );
});

/** The navigation: a rail with labels, narrower without them on tablets, a bar at the bottom on phones. */
export function Rail() {
  const { can } = useSession();
  const { pathname } = useLocation();
  return <Items active={mainNavigation(can).find((item) => isActive(item, pathname))?.path} />;
}
