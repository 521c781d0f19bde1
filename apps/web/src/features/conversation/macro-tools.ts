import type { MacroPreviewResponse } from '@baton/contracts/macros/macros.response';
import type { ReactNode } from 'react';
import type { Suggested } from '../../shared/ui/rich-text-editor';

/** A canned reply made ready for the ticket at hand. */
export type Filled = Pick<MacroPreviewResponse, 'body' | 'internal' | 'changes'>;

/** What a composer needs of the canned replies, which are another feature. */
export interface CannedReplies {
  find: (typed: string) => Promise<Suggested[]>;
  fill: (id: string) => Promise<Filled>;
  /** A search with a preview, over the page. */
  picker: (open: { anchor: HTMLElement; onUse: (filled: Filled) => void; onClose: () => void }) => ReactNode;
}
