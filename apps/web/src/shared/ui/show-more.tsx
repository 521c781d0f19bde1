import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { texts } from './kit.texts';

interface Props {
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** The rest of a long list, a page at a time. */
export function ShowMore({ hasMore, loading, onMore }: Props) {
  if (!hasMore) return null;
  return (
    <Box sx={{ display: 'grid', justifyContent: 'center', p: 1.5, borderTop: '1px solid', borderColor: 'divider' }}>
      <Button variant="text" loading={loading} onClick={onMore}>
        {texts.showMore}
      </Button>
    </Box>
  );
}
