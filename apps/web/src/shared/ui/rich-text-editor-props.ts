import type { ReactNode, Ref } from 'react';

export interface RichTextEditorHandle {
  focus: () => void;
  clear: () => void;
  setHtml: (html: string) => void;
  /** At the cursor, such as a canned reply or a mention. */
  insertText: (text: string) => void;
}

export interface RichTextEditorProps {
  ref?: Ref<RichTextEditorHandle>;
  /** What it starts with; change it later through the handle. */
  initialHtml?: string;
  onChange: (html: string, isEmpty: boolean) => void;
  /** Ctrl-Enter or ⌘-Enter. */
  onSubmit?: () => void;
  /** Pasted or dropped files. */
  onFiles?: (files: File[]) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** The accessible name: text, or the id of a label. */
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  id?: string;
  /** Of the writing area, px. */
  minHeight?: number;
  maxHeight?: number;
  autoFocus?: boolean;
  disabled?: boolean;
  /** `boxed` is a field of a form, tools on top; `bare` belongs into a composer with its own frame, tools below. */
  frame?: 'boxed' | 'bare';
  /** Beside the tools. */
  toolbarMiddle?: ReactNode;
  toolbarEnd?: ReactNode;
}
