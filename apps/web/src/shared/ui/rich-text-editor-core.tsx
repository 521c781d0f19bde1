import Box from '@mui/material/Box';
import Placeholder from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffectEvent, useImperativeHandle } from 'react';
import type { RichTextEditorProps, SuggestionSource } from './rich-text-editor-props';
import { Mention } from './rich-text-mention';
import { richTextStyles } from './rich-text-styles';
import { EDITOR_ROOT, suggestions } from './rich-text-suggestions';
import { RichTextToolbar } from './rich-text-toolbar';

// Exactly the subset the server keeps: anything else would vanish on sending.
const extensions = (placeholder: string, sources: readonly SuggestionSource[]) => [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
  }),
  Placeholder.configure({ placeholder }),
  Mention,
  suggestions(sources),
];

/** What is looked up while writing is looked up with the newest props. */
function useSources(sources: readonly SuggestionSource[] = []): SuggestionSource[] {
  const newest = useEffectEvent((char: string) => sources.find((source) => source.char === char));
  return sources.map(({ char, label, onChoose }) => ({
    char,
    label,
    find: async (typed) => (await newest(char)?.find(typed)) ?? [],
    onChoose: onChoose && ((chosen) => newest(char)?.onChoose?.(chosen)),
  }));
}

/** Nothing at all, not even an empty list. */
const isBlank = (doc: Editor['state']['doc']) => doc.childCount === 1 && doc.firstChild?.content.size === 0;

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

function useBatonEditor(props: RichTextEditorProps): Editor | null {
  const changed = useEffectEvent((editor: Editor) =>
    props.onChange(editor.isEmpty ? '' : editor.getHTML(), editor.isEmpty),
  );
  const blurred = useEffectEvent(() => props.onBlur?.());
  const pressed = useEffectEvent((event: KeyboardEvent, isEmpty: boolean): boolean => {
    if (isEmpty && props.onKeyWhenEmpty?.(event)) return true;
    if (event.key === 'Escape' && props.onCancel) props.onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.onSubmit) props.onSubmit();
    else return false;
    return true;
  });
  const sources = useSources(props.suggestions);
  const received = useEffectEvent((files: File[]): boolean => {
    if (!props.onFiles || files.length === 0) return false;
    props.onFiles(files);
    return true;
  });
  return useEditor({
    // Its own style sheet would come with the first editor and go with the last: the whole page is styled anew for each.
    injectCSS: false,
    extensions: extensions(props.placeholder ?? '', sources),
    content: props.initialHtml ?? '',
    autofocus: props.autoFocus ? 'end' : false,
    editable: !props.disabled,
    onUpdate: ({ editor }) => changed(editor),
    onBlur: () => blurred(),
    editorProps: {
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        ...(props.id && { id: props.id }),
        ...(props['aria-label'] && { 'aria-label': props['aria-label'] }),
        ...(props['aria-labelledby'] && { 'aria-labelledby': props['aria-labelledby'] }),
        ...(props['aria-describedby'] && { 'aria-describedby': props['aria-describedby'] }),
        ...(props['aria-invalid'] && { 'aria-invalid': 'true' }),
      }),
      handleKeyDown: ({ state }, event) => pressed(event, isBlank(state.doc)),
      handlePaste: (_view, event) => received(filesOf(event.clipboardData)),
      handleDrop: (_view, event) => received(filesOf(event.dataTransfer)),
    },
  });
}

const boxed = {
  border: '1px solid',
  borderColor: 'outline.control',
  borderRadius: '8px',
  bgcolor: 'background.paper',
  '&:focus-within': {
    borderColor: 'primary.main',
    boxShadow:
      'inset 0 0 0 1px var(--mui-palette-primary-main), 0 0 0 4px rgba(var(--mui-palette-primary-mainChannel) / .18)',
  },
};

/** What an editor cannot do without. */
const editing = {
  '& .ProseMirror': {
    position: 'relative',
    outline: 'none',
    boxShadow: 'none',
    overflowWrap: 'break-word',
    whiteSpace: 'break-spaces',
    fontVariantLigatures: 'none',
    fontFeatureSettings: '"liga" 0',
  },
  '& .ProseMirror [contenteditable="false"]': { whiteSpace: 'normal' },
  '& .ProseMirror pre': { whiteSpace: 'pre-wrap' },
  '& img.ProseMirror-separator': { display: 'inline', border: 0, m: 0, width: 0, height: 0 },
  '& .ProseMirror-gapcursor': { display: 'none', pointerEvents: 'none', position: 'absolute', m: 0 },
  '& .ProseMirror-focused .ProseMirror-gapcursor': { display: 'block' },
  '& .ProseMirror-gapcursor::after': {
    content: '""',
    position: 'absolute',
    top: '-2px',
    width: 20,
    borderTop: '1px solid',
  },
  '& .ProseMirror-hideselection *': { caretColor: 'transparent', '&::selection': { background: 'transparent' } },
};

const writingArea = (minHeight: number, maxHeight: number | 'none') => ({
  flex: 1,
  minHeight,
  maxHeight,
  overflowY: 'auto',
  px: 1.75,
  py: 1,
  cursor: 'text',
  '& .ProseMirror': { minHeight: minHeight - 16 },
  '& .ProseMirror p.is-editor-empty:first-of-type::before': {
    content: 'attr(data-placeholder)',
    float: 'left',
    height: 0,
    color: 'text.tertiary',
    pointerEvents: 'none',
  },
});

export function RichTextEditorCore(props: RichTextEditorProps) {
  const { frame = 'boxed', minHeight = 84, maxHeight = 'none', toolbarMiddle, toolbarEnd, ref } = props;
  const editor = useBatonEditor(props);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor?.commands.focus('end'),
      clear: () => editor?.commands.clearContent(true),
      setHtml: (html) => editor?.commands.setContent(html, { emitUpdate: false }),
      insertHtml: (html) => editor?.chain().focus().insertContent(html).run(),
    }),
    [editor],
  );
  if (!editor) return <Box sx={{ minHeight: minHeight + 48 }} />;
  const invalid = props['aria-invalid'] && frame === 'boxed';
  return (
    <Box
      {...{ [EDITOR_ROOT]: '' }}
      sx={[
        { display: 'flex', flexDirection: frame === 'boxed' ? 'column' : 'column-reverse' },
        frame === 'boxed' ? boxed : {},
        invalid ? { borderColor: 'error.main' } : {},
      ]}
    >
      <RichTextToolbar editor={editor} middle={toolbarMiddle} end={toolbarEnd} />
      <Box sx={[richTextStyles, editing, writingArea(minHeight, maxHeight)]} onClick={() => editor.commands.focus()}>
        <EditorContent editor={editor} />
      </Box>
    </Box>
  );
}
