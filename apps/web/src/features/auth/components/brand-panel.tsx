import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Mark } from '../../../shared/ui/mark';
import { texts } from '../auth.texts';
import { Rings, StoryLine } from './rings';
import { Story } from './story';

const light = 'linear-gradient(165deg, #667eea 0, #6a6fd3 34%, #764ba2 82%)';
const dark = 'linear-gradient(165deg, #5468d8 0, #5a57b8 34%, #5b3a80 82%)';

/** Room for the story, or only for the rings. */
const ROOMY = '@media (min-width: 1200px) and (min-height: 800px)';

function Backdrop() {
  return (
    <Box sx={{ position: 'absolute', inset: 0 }}>
      <Box sx={{ display: { xs: 'block', md: 'none' } }}>
        <Rings centerY={52} />
      </Box>
      <Box sx={{ display: { xs: 'none', md: 'block' } }}>
        <Rings />
      </Box>
      <Box sx={{ display: 'none', [ROOMY]: { display: 'block' } }}>
        <StoryLine />
        <Story />
      </Box>
    </Box>
  );
}

/** The only place with the gradient, besides the mark: a side panel, or a band on top of small screens. */
export function BrandPanel() {
  return (
    <Box
      component="header"
      sx={(theme) => ({
        position: 'relative',
        overflow: 'hidden',
        display: 'flex',
        flexDirection: 'column',
        flex: 'none',
        width: { xs: 1, md: 'clamp(380px, 41.67%, 720px)' },
        height: { xs: 136, md: 'auto' },
        px: { xs: 3, md: 5, lg: 7 },
        py: { xs: 3, md: 6 },
        justifyContent: { xs: 'flex-end', md: 'space-between' },
        color: '#fff',
        backgroundImage: light,
        ...theme.applyStyles('dark', { backgroundImage: dark }),
      })}
    >
      <Backdrop />
      <Box sx={{ position: 'relative', display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Mark size={36} plain />
        <Typography variant="h2" component="span">
          {texts.brand}
        </Typography>
      </Box>
      <Box sx={{ position: 'relative', display: { xs: 'none', md: 'block' }, maxWidth: 440 }}>
        <Typography variant="h1" component="p" sx={{ whiteSpace: 'pre-line' }}>
          {texts.headline}
        </Typography>
        <Typography variant="body1" sx={{ mt: 2 }}>
          {texts.promise}
        </Typography>
      </Box>
    </Box>
  );
}
