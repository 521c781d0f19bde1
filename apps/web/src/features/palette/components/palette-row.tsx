import Box from '@mui/material/Box';
import type { MouseEvent } from 'react';
import type { Shown } from '../arrange';
import type { Span } from '../match';
import { Cap, Keys } from './keys';

/** The text with what was meant set off. */
function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts = spans.flatMap(({ from, to }, index) => [
    text.slice(spans[index - 1]?.to ?? 0, from),
    <Box
      component="mark"
      key={from}
      sx={{
        bgcolor: 'primary.soft2',
        color: 'inherit',
        borderRadius: '3px',
        boxShadow: '0 0 0 1px var(--mui-palette-primary-soft2)',
      }}
    >
      {text.slice(from, to)}
    </Box>,
  ]);
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)?.to ?? 0)}
    </>
  );
}

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

interface Props {
  shown: Shown;
  id: string;
  active: boolean;
  onPoint: () => void;
  onChoose: (beside: boolean) => void;
}

export function PaletteRow({ shown: { item, spans }, id, active, onPoint, onChoose }: Props) {
  return (
    <Box
      role="option"
      id={id}
      aria-selected={active}
      ref={active ? (row: HTMLElement | null) => row?.scrollIntoView?.({ block: 'nearest' }) : undefined}
      onMouseMove={active ? undefined : onPoint}
      // The field keeps the focus.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={(event: MouseEvent) => onChoose(event.ctrlKey || event.metaKey)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 44,
        px: 1.5,
        borderRadius: '8px',
        cursor: 'pointer',
        bgcolor: active ? 'primary.soft' : 'transparent',
      }}
    >
      <Box
        component="span"
        sx={{ display: 'grid', placeItems: 'center', width: 24, flex: 'none', color: 'text.secondary' }}
      >
        {item.icon}
      </Box>
      <Box component="span" sx={{ flex: '0 1 auto', minWidth: 0, typography: 'subtitle2', ...ellipsis }}>
        <Marked text={item.label} spans={spans} />
      </Box>
      {item.hint && (
        <Box
          component="span"
          sx={{ flex: '1 1 0', minWidth: 48, typography: 'caption', color: 'text.secondary', ...ellipsis }}
        >
          {item.hint}
        </Box>
      )}
      <Box component="span" sx={{ ml: 'auto', flex: 'none' }}>
        {item.keys ? <Keys keys={item.keys} /> : active && <Cap>↵</Cap>}
      </Box>
    </Box>
  );
}
