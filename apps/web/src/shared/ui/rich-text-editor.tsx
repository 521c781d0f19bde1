import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import type { RichTextEditorProps } from './rich-text-editor-props';
import { useShown } from './use-shown';

export type { RichTextEditorHandle, RichTextEditorProps, Suggested, SuggestionSource } from './rich-text-editor-props';

const Core = lazy(() => import('./rich-text-editor-core').then((module) => ({ default: module.RichTextEditorCore })));

/**
 * The small rich-text editor. Its code is loaded when one is first shown, and what stands around it is painted first:
 * an editor takes longer to make than all the rest. The space is kept meanwhile.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const isTurn = useShown();
  const space = <Box sx={{ minHeight: (props.minHeight ?? 84) + 48 }} />;
  return <Suspense fallback={space}>{isTurn ? <Core {...props} /> : space}</Suspense>;
}
