import { useRef, useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { keepPersonal, readPersonal } from '../../shared/storage/personal-storage';

export type Kind = 'reply' | 'note';

const nameOf = (ticketId: string, kind: Kind) => `draft:${ticketId}:${kind}`;

/** Puts text before a draft that is not being written just now. */
export const prependDraft = (userId: string, ticketId: string, kind: Kind, html: string): void => {
  const name = nameOf(ticketId, kind);
  keepPersonal(userId, name, html + (readPersonal<string>(userId, name) ?? ''));
};

/** Text that is being written, kept with every keystroke under its ticket, writer and kind. */
export function useDraft(ticketId: string, kind: Kind) {
  const { id } = useUser();
  const name = nameOf(ticketId, kind);
  const [state, setState] = useState({ name, html: readPersonal<string>(id, name) ?? '' });
  // Another ticket or kind has another draft, from its first render on.
  const current = state.name === name ? state : { name, html: readPersonal<string>(id, name) ?? '' };
  const latest = useRef(current.html);
  latest.current = current.html;

  const keep = (html: string) => {
    latest.current = html;
    keepPersonal(id, name, html === '' ? null : html);
    setState({ name, html });
  };
  return { html: current.html, latest, keep };
}
