import Box from '@mui/material/Box';
import { Link } from './link';

interface Tab {
  to: string;
  label: string;
  count?: number;
  active: boolean;
}

/** Views of one page side by side. Each has an address of its own, so they are links. */
export function PillTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <Box
      component="nav"
      aria-label={label}
      sx={{ display: 'flex', gap: 0.5, overflowX: 'auto', p: 0.5, mx: -0.5, mt: -0.5, mb: 1 }}
    >
      {tabs.map(({ to, label: name, count, active }) => (
        <Box
          key={to}
          component={Link}
          to={to}
          replace
          aria-current={active ? 'page' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.75,
            flex: 'none',
            minHeight: { xs: 44, md: 32 },
            px: 1.5,
            borderRadius: '8px',
            typography: 'subtitle2',
            textDecoration: 'none',
            fontWeight: active ? 600 : 500,
            color: active ? 'primary.text' : 'text.secondary',
            bgcolor: active ? 'primary.soft2' : 'transparent',
            '&:hover': { bgcolor: active ? 'primary.soft2' : 'surface.neutral' },
          }}
        >
          {name}
          {count !== undefined && (
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {count}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
