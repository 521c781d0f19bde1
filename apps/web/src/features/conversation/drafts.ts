import { getSession, subscribe } from '../../shared/api/session-store';
import { Draft, type Kind } from './draft';

const drafts = new Map<string, Draft>();

export function draftOf(userId: string, ticketId: string, kind: Kind): Draft {
  const key = `${userId} ${ticketId} ${kind}`;
  const draft = drafts.get(key) ?? new Draft(userId, ticketId, kind);
  drafts.set(key, draft);
  return draft;
}

// Whoever signs in next begins with what the server has.
subscribe(() => {
  if (getSession().state !== 'signed-out') return;
  for (const draft of drafts.values()) draft.end();
  drafts.clear();
});

export const allDrafts = (): Draft[] => [...drafts.values()];
