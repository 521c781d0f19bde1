import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useSession } from '../../../shared/access/use-session';
import { EXAMPLES } from '../search-help';

/** What can be typed. Choosing an example adds it to the search. */
export function SearchHelp({ onChoose }: { onChoose: (query: string) => void }) {
  const { can } = useSession();
  const isDesk = can('ticket.readAll');
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 1,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {EXAMPLES.filter(({ desk }) => isDesk || !desk).map(({ query, meaning }) => (
        <li key={query}>
          <ButtonBase
            onClick={() => onChoose(query)}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              justifyContent: 'flex-start',
              columnGap: 1.5,
              width: 1,
              minHeight: { xs: 44, md: 40 },
              px: 1.5,
              py: 0.75,
              borderRadius: '8px',
              textAlign: 'left',
              '&:hover': { bgcolor: 'surface.hover' },
            }}
          >
            <Box
              component="code"
              sx={{ px: 0.75, py: 0.25, borderRadius: '5px', bgcolor: 'surface.neutral', typography: 'caption' }}
            >
              {query}
            </Box>
            <Box component="span" sx={{ typography: 'body2', color: 'text.secondary' }}>
              {meaning}
            </Box>
          </ButtonBase>
        </li>
      ))}
    </Box>
  );
}
