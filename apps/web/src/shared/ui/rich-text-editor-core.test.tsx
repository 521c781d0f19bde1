import { render, screen } from '@testing-library/react';
import { RichTextEditorCore } from './rich-text-editor-core';

it('brings no style sheet of its own along, which would have the whole page styled anew', async () => {
  render(<RichTextEditorCore aria-label="Reply" initialHtml="<p>Hello</p>" onChange={() => undefined} />);
  expect((await screen.findByRole('textbox', { name: 'Reply' })).textContent).toBe('Hello');
  expect(document.querySelector('style[data-tiptap-style]')).toBeNull();
});
