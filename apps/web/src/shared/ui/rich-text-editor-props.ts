import type { PersonResponse } from '@baton/contracts/users/person.response';
import type { ReactNode, Ref } from 'react';

export interface RichTextEditorHandle {
  focus: () => void;
  clear: () => void;
  setHtml: (html: string) => void;
  /** At the cursor, such as a canned reply. */
  insertHtml: (html: string) => void;
}

/** Something to choose while writing. */
export interface Suggested {
  id: string;
  label: string;
  hint?: string;
  /** Shown with their face. */
  person?: PersonResponse;
}

/** What a character opens: `@` colleagues, `/` canned replies. */
export interface SuggestionSource {
  char: string;
  /** Names the list. */
  label: string;
  find: (typed: string) => Promise<Suggested[]>;
  /** Absent: the choice stands in the text as a mention. */
  onChoose?: (chosen: Suggested) => void;
}

export interface RichTextEditorProps {
  ref?: Ref<RichTextEditorHandle>;
  /** What it starts with; change it later through the handle. */
  initialHtml?: string;
  onChange: (html: string, isEmpty: boolean) => void;
  /** Ctrl-Enter or ⌘-Enter. */
  onSubmit?: () => void;
  /** Escape. */
  onCancel?: () => void;
  /** A key in an editor that holds nothing; true when it was dealt with. */
  onKeyWhenEmpty?: (event: KeyboardEvent) => boolean;
  /** Pasted or dropped files. */
  onFiles?: (files: File[]) => void;
  onBlur?: () => void;
  /** Read when the editor is made; what they find may change. */
  suggestions?: readonly SuggestionSource[];
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
