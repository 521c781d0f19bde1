import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import Lock from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { words } from '../../../shared/text/words.texts';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { RichText } from '../../../shared/ui/rich-text';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../conversation.texts';
import { Attachments } from './attachments';

interface Props {
  author: PersonResponse;
  requesterId: string;
  at: string;
  html: string;
  attachments: readonly AttachmentResponse[];
  internal?: boolean;
  /** On its way: paler, with what is known of it beside the name. */
  pending?: ReactNode;
  children?: ReactNode;
}

const noteLook = {
  bgcolor: 'note.soft',
  borderRadius: '8px',
  boxShadow: 'inset 3px 0 var(--mui-palette-note-edge)',
  '& code': { bgcolor: 'note.chip' },
};

const roleOf = (author: PersonResponse, requesterId: string): string | null => {
  if (author.id === requesterId) return texts.requester;
  return author.role === 'employee' ? null : words.role[author.role];
};

/** A reply or a note. A note is tinted, edged and named, so that nobody takes it for a reply. */
export function MessageEntry({ author, requesterId, at, html, attachments, internal, pending, children }: Props) {
  return (
    <Box
      component="article"
      aria-label={author.name}
      sx={[
        { display: 'flex', gap: 1.5, py: 1.25, pr: 1.5, pl: 1, my: 0.25 },
        internal ? noteLook : {},
        pending ? { bgcolor: internal ? 'note.soft' : 'surface.sunken', borderRadius: '8px' } : {},
      ]}
    >
      <PersonAvatar person={author} size={32} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1, minHeight: 20, mb: 0.25 }}>
          <Box component="span" sx={{ typography: 'h6', overflowWrap: 'anywhere' }}>
            {author.name}
          </Box>
          {internal ? (
            <SoftChip small tone="note" icon={<Lock />} label={texts.note} />
          ) : (
            <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
              {roleOf(author, requesterId)}
            </Box>
          )}
          {pending}
          <Box
            component="span"
            sx={{ ml: 'auto', typography: 'caption', color: internal ? 'note.text' : 'text.tertiary' }}
          >
            <RelativeTime at={at} format="clock" />
          </Box>
        </Box>
        <Box sx={pending ? { color: 'text.secondary' } : undefined}>
          <RichText html={html} />
        </Box>
        <Attachments files={attachments} />
        {children}
      </Box>
    </Box>
  );
}
