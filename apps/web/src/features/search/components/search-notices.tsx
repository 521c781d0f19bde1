import type { SearchResponse } from '@baton/contracts/search/search.response';
import Box from '@mui/material/Box';
import { FormAlert } from '../../../shared/ui/form-alert';
import { texts } from '../search.texts';

interface Props {
  asked: string;
  answer: Pick<SearchResponse, 'correctedTo' | 'problems'>;
}

/** What was not done as asked: another word was searched for, or a part could not be followed. */
export function SearchNotices({ asked, answer: { correctedTo, problems } }: Props) {
  if (correctedTo === null && problems.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {correctedTo !== null && (
        <FormAlert tone="info">
          {texts.corrected} <strong>{correctedTo}</strong>. {texts.insteadOf(asked)}
        </FormAlert>
      )}
      {problems.length > 0 && (
        <FormAlert tone="warning">
          {problems.map(({ code, operator, value }) => (
            <div key={`${code} ${operator} ${value}`}>{texts.problems[code](operator, value)}</div>
          ))}
        </FormAlert>
      )}
    </Box>
  );
}
