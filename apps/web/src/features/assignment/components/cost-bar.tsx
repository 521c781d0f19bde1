import type { CandidateResponse, CostTermsResponse } from '@baton/contracts/assignment/assignment.response';
import Box from '@mui/material/Box';
import { texts } from '../assignment.texts';
import { minutesWords, TERMS, type Term, wholeMinutes } from '../decision-words';

const COLORS: Record<Term, string> = {
  workAhead: 'primary.main',
  handling: 'heat.2',
  handover: 'text.secondary',
  fairness: 'ghost',
};

interface Props {
  terms: CostTermsResponse;
  /** What the whole width stands for, in minutes: the same for all bars beside each other. */
  scale: number;
}

/** What a cost is made of. The numbers stand below. */
export function CostBar({ terms, scale }: Props) {
  return (
    <Box component="span" aria-hidden="true" sx={{ display: 'flex', gap: '2px', height: 6 }}>
      {TERMS.filter((term) => terms[term] > 0).map((term) => (
        <Box
          component="span"
          key={term}
          title={`${texts.terms[term]} ${minutesWords(terms[term])}`}
          sx={{
            width: `${(terms[term] / scale) * 100}%`,
            minWidth: 2,
            bgcolor: COLORS[term],
            '&:first-of-type': { borderRadius: '3px 0 0 3px' },
            '&:last-of-type': { borderTopRightRadius: '3px', borderBottomRightRadius: '3px' },
          }}
        />
      ))}
    </Box>
  );
}

/** What the colours mean, and the minutes of one person: they add up. */
export function CostSum({ candidate }: { candidate: CandidateResponse }) {
  const whole = wholeMinutes(candidate.terms);
  return (
    <Box sx={{ typography: 'caption', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      <Box component="p" sx={{ m: 0, mb: 0.5, overflowWrap: 'anywhere' }}>
        {texts.sum(candidate.person.name, minutesWords(candidate.cost))}
      </Box>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto auto auto minmax(0, 1fr)',
          columnGap: 1.5,
          rowGap: 0.25,
          m: 0,
        }}
      >
        {TERMS.map((term) => (
          <Box key={term} sx={{ display: 'contents' }}>
            <Box component="dt" title={texts.termHints[term]} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              <Box component="span" sx={{ width: 10, height: 10, borderRadius: '3px', bgcolor: COLORS[term] }} />
              {texts.terms[term]}
            </Box>
            <Box component="dd" sx={{ m: 0, color: 'text.primary' }}>
              {minutesWords(whole[term])}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
