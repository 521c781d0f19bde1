import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import type { RichTextEditorProps } from './rich-text-editor-props';

export type { RichTextEditorHandle, RichTextEditorProps, Suggested, SuggestionSource } from './rich-text-editor-props';

const Core = lazy(() => import('./rich-text-editor-core').then((module) => ({ default: module.RichTextEditorCore })));

/** The small rich-text editor. Its code is loaded when one is first shown; the space is kept meanwhile. */
export function RichTextEditor(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<Box sx={{ minHeight: (props.minHeight ?? 84) + 48 }} />}>
      <Core {...props} />
    </Suspense>
  );
}
