import SearchOff from '@mui/icons-material/SearchOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from '../shared/ui/link';
import { PageTitle } from '../shared/ui/page-title';
import { texts } from './not-found.texts';

export function NotFoundPage() {
  return (
    <Box
      component="main"
      sx={{
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 1,
        minHeight: '100dvh',
        p: 3,
        textAlign: 'center',
      }}
    >
      <SearchOff sx={{ fontSize: 40, color: 'text.tertiary' }} />
      <PageTitle>{texts.title}</PageTitle>
      <Typography sx={{ color: 'text.secondary' }}>{texts.text}</Typography>
      <Button component={Link} to="/" sx={{ mt: 1 }}>
        {texts.home}
      </Button>
    </Box>
  );
}
