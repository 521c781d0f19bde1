import type { DraftKind } from '@baton/contracts/drafts/drafts.dto';
import type { DraftResponse } from '@baton/contracts/drafts/drafts.response';

/** A draft as SQL answers it. */
export interface DraftRow {
  kind: DraftKind;
  bodyHtml: string;
  revision: number;
  updatedAt: Date;
}

export const presentDraft = ({ kind, bodyHtml, revision, updatedAt }: DraftRow): DraftResponse => ({
  kind,
  body: bodyHtml,
  revision,
  updatedAt: updatedAt.toISOString(),
});
