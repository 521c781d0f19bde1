import { shift } from '@floating-ui/dom';
import { PluginKey } from '@tiptap/pm/state';
import { type Editor, Extension, ReactRenderer } from '@tiptap/react';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { Suggested, SuggestionSource } from './rich-text-editor-props';
import { SuggestionList, type SuggestionListHandle, type SuggestionListProps } from './suggestion-list';

/** Where the list is put, so that it stays inside the landmark and the dialog of its editor. */
export const EDITOR_ROOT = 'data-rich-text';

/** Typing must not wait for the list, nor the server for every letter. */
const PAUSE_MS = 80;

/** Tells screen readers, whose cursor stays in the text, which suggestion is active. */
function announce(editor: Editor, listId: string, activeId: string | null): void {
  const { dom } = editor.view;
  if (activeId) {
    dom.setAttribute('aria-activedescendant', activeId);
    dom.setAttribute('aria-controls', listId);
  } else {
    dom.removeAttribute('aria-activedescendant');
    dom.removeAttribute('aria-controls');
  }
}

function listOf(source: SuggestionSource) {
  let list: ReactRenderer<SuggestionListHandle, SuggestionListProps> | null = null;
  let unmount: (() => void) | undefined;
  const propsOf = ({ items, command, editor, query }: SuggestionProps<Suggested, Suggested>): SuggestionListProps => ({
    label: source.label,
    items,
    typed: query,
    onChoose: command,
    onActive: (listId, activeId) => announce(editor, listId, activeId),
  });
  const close = (editor: Editor) => {
    announce(editor, '', null);
    unmount?.();
    list?.destroy();
    list?.element.remove();
    list = null;
  };
  return {
    onStart: (props: SuggestionProps<Suggested, Suggested>) => {
      list = new ReactRenderer(SuggestionList, { editor: props.editor, props: propsOf(props) });
      props.editor.view.dom.closest(`[${EDITOR_ROOT}]`)?.append(list.element);
      unmount = props.mount(list.element as HTMLElement);
    },
    onUpdate: (props: SuggestionProps<Suggested, Suggested>) => list?.updateProps(propsOf(props)),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => list?.ref?.press(event) ?? false,
    onExit: ({ editor }: SuggestionProps<Suggested, Suggested>) => close(editor),
  };
}

function chosen(editor: Editor, range: { from: number; to: number }, source: SuggestionSource, item: Suggested): void {
  const chain = editor.chain().focus();
  if (source.onChoose) {
    chain.deleteRange(range).run();
    source.onChoose(item);
    return;
  }
  const mention = { type: 'mention', attrs: { id: item.id, label: item.label } };
  chain.insertContentAt(range, [mention, { type: 'text', text: ' ' }]).run();
}

/** Offers something to choose after a character: one list per source. */
export const suggestions = (sources: readonly SuggestionSource[]) =>
  Extension.create({
    name: 'suggestions',
    addProseMirrorPlugins() {
      return sources.map((source) =>
        Suggestion<Suggested, Suggested>({
          editor: this.editor,
          pluginKey: new PluginKey(`suggestion ${source.char}`),
          char: source.char,
          debounce: PAUSE_MS,
          placement: 'top-start',
          floatingUi: { strategy: 'fixed', middleware: [shift({ padding: 8 })] },
          items: ({ query }) => source.find(query),
          command: ({ editor, range, props }) => chosen(editor, range, source, props),
          render: () => listOf(source),
        }),
      );
    },
  });
