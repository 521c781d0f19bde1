import { LIMITS } from '@baton/contracts/http/limits';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { type KeyboardEvent, useState } from 'react';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../tickets.texts';
import { Property, Value } from './property';

function Tag({ tag, onRemove }: { tag: string; onRemove?: () => void }) {
  return (
    <SoftChip
      label={
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
          {tag}
          {onRemove && (
            <ButtonBase
              aria-label={texts.removeTag(tag)}
              onClick={onRemove}
              sx={{
                borderRadius: '4px',
                minWidth: 20,
                minHeight: 24,
                mr: -0.5,
                '@media (pointer: coarse)': { minWidth: 44, mr: -0.75 },
              }}
            >
              <Close sx={{ fontSize: 14 }} />
            </ButtonBase>
          )}
        </Box>
      }
    />
  );
}

/** Pasted text may have some; typed, a comma ends a tag. */
const withoutCommas = (text: string): string => text.replaceAll(',', ' ');

function NewTag({ onAdd, onClose }: { onAdd: (tag: string) => void; onClose: () => void }) {
  const [tag, setTag] = useState('');
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    if (tag.trim() === '') return onClose();
    onAdd(tag.trim());
    setTag('');
  };
  return (
    <Box
      component="input"
      autoFocus
      value={tag}
      maxLength={LIMITS.tagMax}
      aria-label={texts.addTag}
      placeholder={texts.tagPlaceholder}
      onChange={(event) => setTag(withoutCommas(event.target.value))}
      onKeyDown={press}
      onBlur={onClose}
      sx={{
        width: 150,
        height: 24,
        px: 0.75,
        border: '1px solid',
        borderColor: 'outline.control',
        borderRadius: '6px',
        bgcolor: 'background.paper',
        color: 'text.primary',
        typography: 'caption',
      }}
    />
  );
}

interface Props {
  ticket: TicketResponse;
  onChange: (tags: string[]) => void;
}

/** Tags, with a way to add and remove them for those who sort tickets. */
export function TagsProperty({ ticket, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const { tags, can } = ticket;
  const add = (tag: string) => {
    if (!tags.includes(tag) && tags.length < LIMITS.tagsMax) onChange([...tags, tag]);
  };
  return (
    <Property label={texts.fields.tags}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, minWidth: 0, py: 0.75 }}>
        {tags.map((tag) => (
          <Tag
            key={tag}
            tag={tag}
            onRemove={can.triage ? () => onChange(tags.filter((each) => each !== tag)) : undefined}
          />
        ))}
        {tags.length === 0 && !adding && <Value faint>{texts.none}</Value>}
        {can.triage &&
          (adding ? (
            <NewTag onAdd={add} onClose={() => setAdding(false)} />
          ) : (
            <IconButton
              size="small"
              aria-label={texts.addTag}
              title={texts.addTag}
              onClick={() => setAdding(true)}
              sx={{ width: 24, height: 24 }}
            >
              <Add sx={{ fontSize: 16 }} />
            </IconButton>
          ))}
      </Box>
    </Property>
  );
}
