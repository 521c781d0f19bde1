import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Option } from '../../../shared/ui/option-menu';
import { texts } from '../tickets.texts';

const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'break-word',
} as const;

interface PropertyProps {
  label: string;
  children: ReactNode;
  end?: ReactNode;
  /** What has to be said about the value, below it. */
  note?: ReactNode;
}

/** A name and its value, on one line of the properties. */
export function Property({ label, children, end, note }: PropertyProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 36 }}>
      <Box component="dt" title={label} sx={{ width: 76, flex: 'none', color: 'text.secondary', ...twoLines }}>
        {label}
      </Box>
      <Box component="dd" sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: 1, minWidth: 0, m: 0 }}>
        {children}
        {end && <Box sx={{ ml: 'auto', flex: 'none' }}>{end}</Box>}
      </Box>
      {note && (
        <Box component="dd" sx={{ flex: '1 0 100%', m: 0, pl: '84px', pb: 0.5 }}>
          {note}
        </Box>
      )}
    </Box>
  );
}

export const Value = ({ children, faint }: { children: ReactNode; faint?: boolean }) => (
  <Box
    component="span"
    sx={{ minWidth: 0, overflowWrap: 'anywhere', py: 0.5, color: faint ? 'text.tertiary' : 'text.primary' }}
  >
    {children}
  </Box>
);

/** Takes no room from the value while it is not seen. */
const quietArrow = { opacity: 0, position: 'absolute', right: -5 } as const;

interface ChoiceProps {
  label: string;
  /** The value in words, for the button's name. */
  shown: string;
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
  children: ReactNode;
  end?: ReactNode;
  note?: ReactNode;
  /** Shows that it opens without being pointed at. */
  emphatic?: boolean;
  /** Somebody is about to open it. */
  onNear?: () => void;
}

/** A value that opens a list of others. */
export function ChoiceProperty({
  label,
  shown,
  value,
  options,
  onChoose,
  children,
  end,
  note,
  emphatic = false,
  onNear,
}: ChoiceProps) {
  return (
    <Property label={label} end={end} note={note}>
      <MenuButton label={label} options={options} value={value} onChoose={onChoose}>
        {(trigger) => (
          <ButtonBase
            {...trigger}
            onMouseEnter={() => {
              trigger.onMouseEnter();
              onNear?.();
            }}
            onFocus={onNear}
            aria-label={texts.change(label, shown)}
            sx={{
              justifyContent: 'flex-start',
              gap: 1,
              minWidth: 0,
              minHeight: 32,
              px: 1,
              mx: -1,
              borderRadius: '8px',
              textAlign: 'left',
              '& .arrow': { color: 'text.tertiary', fontSize: 16, flex: 'none', ...(!emphatic && quietArrow) },
              '&:hover .arrow, &.Mui-focusVisible .arrow': { opacity: 1 },
              '@media (pointer: coarse)': { minHeight: 44, '& .arrow': { opacity: 1, position: 'static' } },
              '&:hover': { bgcolor: 'surface.neutral' },
            }}
          >
            {children}
            <KeyboardArrowDown className="arrow" />
          </ButtonBase>
        )}
      </MenuButton>
    </Property>
  );
}
