import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import Sell from '@mui/icons-material/SellOutlined';
import IconButton, { type IconButtonProps } from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { texts } from '../bulk-edits.texts';

const load = () => import('./tags-popover');
const TagsPopover = lazy(() => load().then((module) => ({ default: module.TagsPopover })));

interface Props {
  disabled: boolean;
  onChange: (changes: TicketChangesDto) => void;
  sx: IconButtonProps['sx'];
}

export function TagsButton({ disabled, onChange, sx }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        data-field="tags"
        size="small"
        disabled={disabled}
        aria-label={texts.fields.tags}
        title={texts.fields.tags}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onMouseEnter={() => void load()}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={sx}
      >
        <Sell />
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>
          <TagsPopover
            anchor={anchor}
            onChange={(changes) => {
              setAnchor(null);
              onChange(changes);
            }}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      )}
    </>
  );
}
