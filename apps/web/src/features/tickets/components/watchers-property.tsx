import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Close from '@mui/icons-material/CloseOutlined';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { useWatchers } from '../tickets.mutations';
import { texts } from '../tickets.texts';
import { Property, Value } from './property';

const PersonSearch = lazy(() =>
  import('../../../shared/ui/person-search').then((module) => ({ default: module.PersonSearch })),
);

/** Who hears of everything that happens to the ticket. */
export function WatchersProperty({ ticket }: { ticket: TicketResponse }) {
  const me = useUser();
  const { watch, unwatch } = useWatchers(ticket.id);
  const [adding, setAdding] = useState(false);
  const { watchers, can } = ticket;
  const iWatch = watchers.some(({ id }) => id === me.id);
  return (
    <div>
      <Box component="dl" sx={{ m: 0 }}>
        <Property
          label={texts.fields.watchers}
          end={
            <>
              <Button
                variant="text"
                size="small"
                disabled={watch.isPending || unwatch.isPending}
                onClick={() => (iWatch ? unwatch.mutate(me.id) : watch.mutate({}))}
              >
                {iWatch ? texts.unwatch : texts.watch}
              </Button>
              {can.addWatchers && (
                <IconButton
                  size="small"
                  aria-label={texts.addWatcher}
                  title={texts.addWatcher}
                  aria-expanded={adding}
                  onClick={() => setAdding(!adding)}
                >
                  <PersonAdd sx={{ fontSize: 16 }} />
                </IconButton>
              )}
            </>
          }
        >
          {watchers.length === 0 && <Value faint>{texts.none}</Value>}
        </Property>
      </Box>
      {adding && (
        <Box sx={{ mb: 1 }}>
          <Suspense fallback={<Box sx={{ height: 40 }} />}>
            <PersonSearch
              autoFocus
              aria-label={texts.addWatcher}
              without={watchers.map(({ id }) => id)}
              onChoose={(person) => {
                if (person) watch.mutate({ userId: person.id });
                setAdding(false);
              }}
            />
          </Suspense>
        </Box>
      )}
      <Box component="ul" aria-label={texts.fields.watchers} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {watchers.map((person) => (
          <Box
            component="li"
            key={person.id}
            sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32, pl: '84px' }}
          >
            <PersonAvatar person={person} size={20} />
            <Value>{person.name}</Value>
            {(can.addWatchers || person.id === me.id) && (
              <IconButton
                size="small"
                aria-label={texts.removeWatcher(person.name)}
                onClick={() => unwatch.mutate(person.id)}
                sx={{ ml: 'auto' }}
              >
                <Close sx={{ fontSize: 16 }} />
              </IconButton>
            )}
          </Box>
        ))}
      </Box>
    </div>
  );
}
