import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import Lock from '@mui/icons-material/LockOutlined';
import { lazy, type ReactNode, Suspense } from 'react';
import { words } from '../../../shared/text/words.texts';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { RichText } from '../../../shared/ui/rich-text';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../conversation.texts';

const Attachments = lazy(() => import('./attachments').then((module) => ({ default: module.Attachments })));

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
const Actions = fixedBox('div', {
  position: 'absolute',
  top: -16,
  right: 8,
  borderRadius: '8px',
  bgcolor: 'background.paper',
  boxShadow: 'var(--mui-palette-elevation-composer)',
  opacity: 0,
  'article:hover > &, article:focus-within > &, &:has([aria-expanded="true"])': { opacity: 1 },
  '@media (hover: none)': { top: -2, right: 0, opacity: 1, boxShadow: 'none', bgcolor: 'transparent' },
});

const Article = fixedBox('article', {
  position: 'relative',
  display: 'flex',
  gap: 1.5,
  py: 1.25,
  pr: 1.5,
  pl: 1,
  my: 0.25,
  '&[data-internal]': {
    borderRadius: '8px',
    bgcolor: 'note.soft',
    boxShadow: 'inset 3px 0 var(--mui-palette-note-edge)',
  },
  '&[data-internal] code': { bgcolor: 'note.chip' },
  '&[data-internal] [data-mention]': { color: 'note.text' },
  '&[data-pending]': { borderRadius: '8px' },
  '&[data-pending]:not([data-internal])': { bgcolor: 'surface.sunken' },
});

const Content = fixedBox('div', { flex: 1, minWidth: 0 });

const Head = fixedBox('div', {
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  columnGap: 1,
  minHeight: 20,
  mb: 0.25,
  // Room for what always stands at the end of the line there.
  '@media (hover: none)': { '&[data-actions]': { pr: 4.5 } },
});

const Name = fixedBox('span', { typography: 'h6', overflowWrap: 'anywhere' });
const Role = fixedBox('span', { typography: 'caption', color: 'text.secondary' });
const Time = fixedBox('span', {
  ml: 'auto',
  typography: 'caption',
  color: 'text.tertiary',
  '[data-internal] &': { color: 'note.text' },
});
const Text = fixedBox('div', { '[data-pending] &': { color: 'text.secondary' } });

/** An attribute that is there or not. */
const flag = (on: unknown) => (on ? '' : undefined);

const roleOf = (author: PersonResponse, requesterId: string): string | null => {
  if (author.id === requesterId) return texts.requester;
  return author.role === 'employee' ? null : words.role[author.role];
};

/** A reply or a note. A note is tinted, edged and named, so that nobody takes it for a reply. */
export function MessageEntry({ author, requesterId, at, html, attachments, internal, ...more }: Props) {
  const { pending, marks, actions, instead, children } = more;
  const role = roleOf(author, requesterId);
  return (
    <Article aria-label={author.name} data-internal={flag(internal)} data-pending={flag(pending)}>
      <PersonAvatar person={author} size={32} />
      <Content>
        <Head data-actions={flag(actions)}>
          <Name>{author.name}</Name>
          {internal ? <SoftChip small tone="note" icon={<Lock />} label={texts.note} /> : role && <Role>{role}</Role>}
          {marks}
          {pending}
          <Time>
            <RelativeTime at={at} format="clock" />
          </Time>
        </Head>
        {instead ?? (
          <Text>
            <RichText html={html} />
          </Text>
        )}
        {attachments.length > 0 && (
          <Suspense fallback={null}>
            <Attachments files={attachments} />
          </Suspense>
        )}
        {children}
      </Content>
      {actions && <Actions>{actions}</Actions>}
    </Article>
  );
}
