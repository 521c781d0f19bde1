import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import { fixedBox } from '../../../shared/ui/fixed-box';
import type { Typist } from '../conversation.realtime';
import { texts } from '../conversation.texts';

const bounce = keyframes`0%, 60%, 100% { opacity: .35 } 30% { opacity: 1 }`;
const DOTS = [0, 0.2, 0.4];

function sentence(typists: readonly Typist[]): string {
  const names = typists.map(({ name }) => name.split(' ')[0]).join(texts.and);
  return typists.every(({ internal }) => internal)
    ? texts.typingNote(names, typists.length > 1)
    : texts.typing(names, typists.length > 1);
}

const Line = fixedBox('div', {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  height: 24,
  px: 2.5,
  typography: 'caption',
});

/** Who is writing just now. Its room is kept, so that nothing jumps. */
export function TypingLine({ typists }: { typists: readonly Typist[] }) {
  return (
    <Line role="status">
      {typists.length > 0 && (
        <>
          <Box component="span" aria-hidden="true" sx={{ display: 'flex', gap: '3px' }}>
            {DOTS.map((delay) => (
              <Box
                key={delay}
                component="span"
                sx={{
                  width: 5,
                  height: 5,
                  borderRadius: '50%',
                  bgcolor: 'primary.main',
                  animation: `${bounce} 1.2s ${delay}s infinite`,
                }}
              />
            ))}
          </Box>
          <Box component="span" sx={{ color: 'primary.text', fontWeight: 500 }}>
            {sentence(typists)}
          </Box>
        </>
      )}
    </Line>
  );
}
