import { MATCH_END, MATCH_START } from '@baton/contracts/search/search.response';
import Box from '@mui/material/Box';

/** A snippet with its matches marked: by weight and ground, not by colour alone. */
export function Marked({ text }: { text: string }) {
  const [before = '', ...parts] = text.split(MATCH_START);
  return (
    <>
      {before}
      {parts.map((part, place) => {
        const [match = '', after = ''] = part.split(MATCH_END);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place
          <span key={place}>
            <Box
              component="mark"
              sx={{ borderRadius: '3px', px: '1px', bgcolor: 'primary.soft2', color: 'text.primary', fontWeight: 600 }}
            >
              {match}
            </Box>
            {after}
          </span>
        );
      })}
    </>
  );
}
