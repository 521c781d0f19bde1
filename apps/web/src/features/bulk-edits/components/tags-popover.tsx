import { LIMITS } from '@baton/contracts/http/limits';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../shared/api/call';
import { texts } from '../bulk-edits.texts';

interface Props {
  anchor: HTMLElement;
  onChange: (changes: TicketChangesDto) => void;
  onClose: () => void;
}

/** One tag, in use already or new, to add or to remove. Enter adds it. */
export function TagsPopover({ anchor, onChange, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery({
    queryKey: ['tags'],
    queryFn: ({ signal }) => call(queueEndpoints.tags, { query: {}, signal }),
  });
  const tag = typed.trim();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (tag !== '') onChange({ addTags: [tag] });
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        // What it suggests is shown over its edge.
        paper: { role: 'dialog', 'aria-label': texts.fields.tags, sx: { width: 260, overflow: 'visible' } },
      }}
    >
      <Box component="form" onSubmit={add} sx={{ display: 'grid', gap: 1, p: 1 }}>
        <Autocomplete
          freeSolo
          disablePortal
          openOnFocus
          options={(data?.items ?? []).map((each) => each.tag)}
          inputValue={typed}
          // No tag has a comma.
          onInputChange={(_event, text) => setTyped(text.replaceAll(',', ' '))}
          renderInput={({ slotProps, ...input }) => (
            <OutlinedInput
              ref={slotProps.input.ref}
              className={slotProps.input.className}
              fullWidth
              autoFocus
              placeholder={texts.tag}
              inputProps={{ ...slotProps.htmlInput, maxLength: LIMITS.tagMax, 'aria-label': texts.tag }}
              id={input.id}
            />
          )}
        />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="tonal" disabled={tag === ''} sx={{ flex: 1 }}>
            {texts.addTag}
          </Button>
          <Button disabled={tag === ''} onClick={() => onChange({ removeTags: [tag] })} sx={{ flex: 1 }}>
            {texts.removeTag}
          </Button>
        </Box>
      </Box>
    </Popover>
  );
}
