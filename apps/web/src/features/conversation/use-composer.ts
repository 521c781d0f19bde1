import { useCallback, useRef } from 'react';
import type { Kind } from './use-draft';
import type { ComposerHandle } from './use-writing';

/** The composer, and a way into it that also works while that of this ticket is still on its way. */
export function useComposer(ticketId: string) {
  const composer = useRef<ComposerHandle>(null);
  const asked = useRef<{ ticketId: string; kind: Kind } | null>(null);
  const hold = useCallback(
    (handle: ComposerHandle | null) => {
      composer.current = handle;
      if (!handle || asked.current?.ticketId !== ticketId) return;
      handle.focus(asked.current.kind);
      asked.current = null;
    },
    [ticketId],
  );
  const write = (kind: Kind, isThere: boolean) => {
    if (isThere && composer.current) composer.current.focus(kind);
    else asked.current = { ticketId, kind };
  };
  return { composer, hold, write };
}
