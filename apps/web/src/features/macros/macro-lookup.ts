import type { MacroPreviewResponse } from '@baton/contracts/macros/macros.response';
import type { QueryClient } from '@tanstack/react-query';
import { macrosFor, plainText } from './macro-text';
import { macrosQuery, previewQuery } from './macros.queries';

export interface FoundMacro {
  id: string;
  label: string;
  /** The beginning of its text. */
  hint?: string;
}

const MOST = 8;

/** Macros whose name fits, from memory once they are known. */
export async function findMacros(client: QueryClient, typed: string): Promise<FoundMacro[]> {
  const macros = await client.ensureQueryData({ ...macrosQuery, revalidateIfStale: true });
  return macrosFor(macros, typed)
    .slice(0, MOST)
    .map(({ id, name, body }) => ({ id, label: name, hint: plainText(body) || undefined }));
}

/** A macro filled in for a ticket. @throws ApiError */
export const fillForTicket = (client: QueryClient, ticketId: string, id: string): Promise<MacroPreviewResponse> =>
  client.fetchQuery(previewQuery(ticketId, id));
