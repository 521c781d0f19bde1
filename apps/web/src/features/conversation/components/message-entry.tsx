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
  /** Beside the name: where it comes from, that it was edited. */
  marks?: ReactNode;
  /** What can be done with it. Shown while somebody points at it or is in it. */
  actions?: ReactNode;
  /** In place of the text, such as its editor. */
  instead?: ReactNode;
  children?: ReactNode;
}

/** Over the corner, in nobody's way; on touch screens always there, at the end of the line. */
const actionsLook = {
  position: 'absolute',
  top: -16,
  right: 8,
  borderRadius: '8px',
  bgcolor: 'background.paper',
  boxShadow: 'var(--mui-palette-elevation-composer)',
  opacity: 0,
  'article:hover > &, article:focus-within > &, &:has([aria-expanded="true"])': { opacity: 1 },
  '@media (hover: none)': { top: -2, right: 0, opacity: 1, boxShadow: 'none', bgcolor: 'transparent' },
};

/** Room for what always stands at the end of the line there. */
const besideActions = { '@media (hover: none)': { pr: 4.5 } };

const noteLook = {
  bgcolor: 'note.soft',
  borderRadius: '8px',
  boxShadow: 'inset 3px 0 var(--mui-palette-note-edge)',
  '& code': { bgcolor: 'note.chip' },
  '& [data-mention]': { color: 'note.text' },
};

const roleOf = (author: PersonResponse, requesterId: string): string | null => {
  if (author.id === requesterId) return texts.requester;
  return author.role === 'employee' ? null : words.role[author.role];
};

/** A reply or a note. A note is tinted, edged and named, so that nobody takes it for a reply. */
export function MessageEntry({ author, requesterId, at, html, attachments, internal, ...more }: Props) {
  const { pending, marks, actions, instead, children } = more;
  const role = roleOf(author, requesterId);
  return (
    <Box
      component="article"
      aria-label={author.name}
      sx={[
        { position: 'relative', display: 'flex', gap: 1.5, py: 1.25, pr: 1.5, pl: 1, my: 0.25 },
        internal ? noteLook : {},
        pending ? { bgcolor: internal ? 'note.soft' : 'surface.sunken', borderRadius: '8px' } : {},
      ]}
    >
      <PersonAvatar person={author} size={32} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          sx={[
            { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1, minHeight: 20, mb: 0.25 },
            actions ? besideActions : {},
          ]}
        >
          <Box component="span" sx={{ typography: 'h6', overflowWrap: 'anywhere' }}>
            {author.name}
          </Box>
          {internal ? (
            <SoftChip small tone="note" icon={<Lock />} label={texts.note} />
          ) : (
            role && (
              <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
                {role}
              </Box>
            )
          )}
          {marks}
          {pending}
          <Box
            component="span"
            sx={{ ml: 'auto', typography: 'caption', color: internal ? 'note.text' : 'text.tertiary' }}
          >
            <RelativeTime at={at} format="clock" />
          </Box>
        </Box>
        {instead ?? (
          <Box sx={pending ? { color: 'text.secondary' } : undefined}>
            <RichText html={html} />
          </Box>
        )}
        <Attachments files={attachments} />
        {children}
      </Box>
      {actions && <Box sx={actionsLook}>{actions}</Box>}
    </Box>
  );
}
