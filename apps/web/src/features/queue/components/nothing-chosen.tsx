import Inbox from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import { capsOf } from '../../../shared/keyboard/caps';
import { StateMessage } from '../../../shared/ui/state-message';
import { texts } from '../queue.texts';

const KEYS: readonly (readonly [string[], string])[] = [
  [['j', 'k'], texts.keys.move],
  [['Enter'], texts.keys.open],
  [['x'], texts.keys.select],
  [['c'], texts.keys.claim],
  [['r'], texts.keys.reply],
  [['n'], texts.keys.note],
  [['?'], texts.keys.all],
];

const key = { px: 0.75, borderRadius: '4px', bgcolor: 'surface.neutral', color: 'text.secondary', font: 'inherit' };

/** Beside the list while no ticket is open: what will be here, and the keys to get there. */
export function NothingChosen() {
  return (
    <StateMessage
      icon={<Inbox />}
      title={texts.chooseTitle}
      text={texts.chooseText}
      footer={
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'center',
            gap: 2,
            typography: 'caption',
            color: 'text.secondary',
          }}
        >
          {KEYS.map(([keys, does]) => (
            <Box key={does} component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
              {keys.map((each) => (
                <Box key={each} component="kbd" sx={key}>
                  {capsOf(each).flat()}
                </Box>
              ))}
              {does}
            </Box>
          ))}
        </Box>
      }
    />
  );
}
