import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import ButtonBase from '@mui/material/ButtonBase';
import { texts } from '../queue.texts';

const PLACE = { position: 'relative', zIndex: 3, height: 0 } as const;

/** Over the top of the list: what has come and waits, so that the rows stay where they are read. */
export function ArrivedPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" style={PLACE}>
      {count > 0 && (
        <ButtonBase
          onClick={onShow}
          sx={{
            position: 'absolute',
            top: 4,
            left: '50%',
            transform: 'translateX(-50%)',
            gap: 0.5,
            height: 28,
            px: 1.5,
            borderRadius: '14px',
            typography: 'caption',
            fontWeight: 600,
            color: '#fff',
            bgcolor: 'primary.button',
            boxShadow: 'var(--mui-palette-elevation-popover)',
            fontVariantNumeric: 'tabular-nums',
            '@media (pointer: coarse)': { height: 44, borderRadius: '22px' },
          }}
        >
          <ArrowUpward sx={{ fontSize: 14 }} />
          {texts.arrived(count)}
        </ButtonBase>
      )}
    </div>
  );
}
