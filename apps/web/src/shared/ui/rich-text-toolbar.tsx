import Code from '@mui/icons-material/CodeOutlined';
import FormatBold from '@mui/icons-material/FormatBoldOutlined';
import FormatItalic from '@mui/icons-material/FormatItalicOutlined';
import FormatListBulleted from '@mui/icons-material/FormatListBulletedOutlined';
import Link from '@mui/icons-material/LinkOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { texts } from './kit.texts';
import { LinkPopover } from './link-popover';

const TOOLS = [
  {
    name: 'bold',
    label: texts.bold,
    Icon: FormatBold,
    run: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    label: texts.italic,
    Icon: FormatItalic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bulletList',
    label: texts.list,
    Icon: FormatListBulleted,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  { name: 'link', label: texts.link, Icon: Link, run: null },
  { name: 'code', label: texts.code, Icon: Code, run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
] as const;

interface Props {
  editor: Editor;
  middle?: ReactNode;
  end?: ReactNode;
}

export function RichTextToolbar({ editor, middle, end }: Props) {
  const [linkAnchor, setLinkAnchor] = useState<HTMLElement | null>(null);
  const active = useEditorState({
    editor,
    selector: ({ editor }) => Object.fromEntries(TOOLS.map(({ name }) => [name, editor.isActive(name)])),
  });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, px: 0.75, pt: 0.5, pb: { xs: 0.75, md: 0.5 } }}>
      <Box
        role="group"
        aria-label={texts.formatting}
        sx={{ display: 'flex', gap: 0.25, minWidth: 0, overflowX: 'auto', scrollbarWidth: 'none' }}
      >
        {TOOLS.map(({ name, label, Icon, run }) => (
          <IconButton
            key={name}
            size="small"
            aria-label={label}
            title={label}
            aria-pressed={active[name]}
            // The selection in the text must survive the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => (run ? run(editor) : setLinkAnchor(event.currentTarget))}
            sx={{ flex: 'none', ...(active[name] && { color: 'primary.text', bgcolor: 'primary.soft' }) }}
          >
            <Icon sx={{ fontSize: 18 }} />
          </IconButton>
        ))}
      </Box>
      {middle}
      {end && <Box sx={{ ml: 'auto', display: 'flex', flex: 'none', alignItems: 'center', gap: 1 }}>{end}</Box>}
      {linkAnchor && <LinkPopover editor={editor} anchor={linkAnchor} onClose={() => setLinkAnchor(null)} />}
    </Box>
  );
}
