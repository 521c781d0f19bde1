import type { MacroPreviewResponse } from '@baton/contracts/macros/macros.response';
import type { ReactNode } from 'react';
import type { Suggested } from '../../shared/ui/rich-text-editor';

/** A macro made ready for the ticket at hand. */
export type FilledMacro = Pick<MacroPreviewResponse, 'body' | 'internal' | 'changes'>;

/** What a composer needs of macros, which are another feature. */
export interface MacroTools {
  find: (typed: string) => Promise<Suggested[]>;
  fill: (id: string) => Promise<FilledMacro>;
  /** A search with a preview, over the page. */
  picker: (open: { anchor: HTMLElement; onUse: (filled: FilledMacro) => void; onClose: () => void }) => ReactNode;
}
