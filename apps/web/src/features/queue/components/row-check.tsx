import type { MouseEvent, ReactNode } from 'react';
import { CheckBox } from '../../../shared/ui/check-box';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { texts } from '../queue.texts';

interface CheckProps {
  /** Of the ticket it chooses. */
  name: string;
  checked: boolean;
  /** With Shift: everything from the last choice up to this one. */
  onSelect: (range: boolean) => void;
}

const Label = fixedBox('label', {
  display: 'grid',
  placeItems: 'center',
  width: 32,
  height: 32,
  cursor: 'pointer',
  '@media (pointer: coarse)': { width: 44, height: 44 },
});

const Selectable = fixedBox('div', {
  position: 'relative',
  '& > .check': { position: 'absolute', zIndex: 1, left: 6, top: 4, opacity: 0 },
  '@media (pointer: coarse)': { '& > .check': { left: 0, top: 0, pointerEvents: 'none' } },
  '&:hover > .check, & > .check:focus-within, &[data-selecting] > .check': { opacity: 1, pointerEvents: 'auto' },
  '&:hover .row-status, &[data-selecting] .row-status, & > .check:focus-within + * .row-status': { opacity: 0 },
  '&[data-checked] a': { bgcolor: 'primary.soft' },
});

/** Chooses a row. As large as a finger where fingers are used. */
export function RowCheck({ name, checked, onSelect }: CheckProps) {
  const click = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onSelect(true);
  };
  return (
    <Label onClick={click}>
      <CheckBox aria-label={texts.select.one(name)} checked={checked} onChange={() => onSelect(false)} />
    </Label>
  );
}

interface Props extends CheckProps {
  /** Something is chosen already, so every row shows its box. */
  selecting: boolean;
  children: ReactNode;
}

/** A row of the list that can be chosen: on hover a box takes the place of the status icon. */
export function SelectableRow({ selecting, children, ...check }: Props) {
  return (
    <Selectable data-selecting={selecting || undefined} data-checked={check.checked || undefined}>
      <div className="check">
        <RowCheck {...check} />
      </div>
      {children}
    </Selectable>
  );
}
