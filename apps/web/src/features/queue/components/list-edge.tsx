import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { texts } from '../queue.texts';
import { MAX_WIDTH, MIN_WIDTH } from '../use-list-width';

const STEP_PX = 16;

interface Props {
  /** Of the list beside it, px. */
  width: number;
  onResize: (width: number) => void;
}

const Edge = fixedBox('div', {
  position: 'relative',
  zIndex: 1,
  width: 9,
  mx: '-4px',
  flex: 'none',
  cursor: 'col-resize',
  touchAction: 'none',
  '&::after': { content: '""', position: 'absolute', inset: '0 4px', bgcolor: 'divider' },
  '&:hover::after, &:active::after': { bgcolor: 'primary.main' },
});

/** The line between list and ticket: dragged, or moved with the arrow keys. */
export const ListEdge = memo(function ListEdge({ width, onResize }: Props) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget;
    const left = event.clientX - width;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = (moved) => onResize(moved.clientX - left);
    edge.onpointerup = () => {
      edge.onpointermove = null;
    };
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -STEP_PX : event.key === 'ArrowRight' ? STEP_PX : 0;
    if (by !== 0) onResize(width + by);
  };
  return (
    <Edge
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.resize}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
});
