import { mergeAttributes, Node } from '@tiptap/react';

/** A person named in the text. It is one piece: nobody is half mentioned. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { parseHTML: (element: HTMLElement) => element.dataset.mention },
    label: { parseHTML: (element: HTMLElement) => element.textContent?.replace(/^@/, '') },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes: { id: _id, label: _label, ...rest } }) => [
    'span',
    mergeAttributes(rest, { 'data-mention': node.attrs.id }),
    `@${node.attrs.label}`,
  ],
  renderText: ({ node }) => `@${node.attrs.label}`,
});
