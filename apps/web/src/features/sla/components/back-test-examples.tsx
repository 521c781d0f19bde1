import type { BackTestExampleResponse } from '@baton/contracts/sla/sla.response';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useId } from 'react';
import { words } from '../../../shared/text/words.texts';
import { Link as RouterLink } from '../../../shared/ui/link';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { texts as all } from '../policies.texts';

const texts = all.backTest;

const outcome = (of: BackTestExampleResponse['before']) => texts.outcomes[of ?? 'nothing'];

/** Tickets to look at: how a promise came out, and how it would have. */
export function BackTestExamples({ examples }: { examples: readonly BackTestExampleResponse[] }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Box component="h3" id={titleId} sx={{ m: 0, mb: 0.5, typography: 'subtitle2' }}>
        {texts.examples}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {examples.map(({ ticket, metric, before, after }) => (
          <Box
            component="li"
            key={ticket.id}
            sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.75, minWidth: 0 }}
          >
            <Box sx={{ pt: '2px' }}>
              <StatusIcon status={ticket.status} />
            </Box>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link
                component={RouterLink}
                to={`/queue/${ticket.number}`}
                target="_blank"
                sx={{ overflowWrap: 'anywhere' }}
              >
                {ticket.number} {ticket.subject}
              </Link>
              <Box sx={{ typography: 'caption', color: after === 'breached' ? 'error.text' : 'text.secondary' }}>
                {texts.example(words.metric[metric], outcome(before), outcome(after))}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </section>
  );
}
