import type { CreateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { useEffect, useRef } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { newId } from '../../../shared/api/new-id';
import { keepPersonal, readPersonal } from '../../../shared/storage/personal-storage';

const NAME = 'draft:new-ticket';

interface Draft {
  values: CreateTicketDto;
  /** One per ticket to be: sending it twice makes one. */
  key: string;
}

const BLANK: CreateTicketDto = {
  subject: '',
  description: '',
  categoryId: '',
  callbackNumber: '',
  priority: 'medium',
};

/** The form as it was left, also after a reload. A subject that comes along opens it with that. */
export function readTicketDraft(userId: string, subject: string | null): Draft {
  const kept = readPersonal<Draft>(userId, NAME);
  const draft = kept ?? { values: BLANK, key: newId() };
  return subject ? { ...draft, values: { ...draft.values, subject } } : draft;
}

/** Keeps what is written so far. `forget` once it is sent or thrown away. */
export function useTicketDraft({ values, key }: Draft): { forget: () => void } {
  const { id } = useUser();
  const gone = useRef(false);
  useEffect(() => {
    const isBlank = values.subject === '' && values.description === '';
    if (!gone.current) keepPersonal(id, NAME, isBlank ? null : { values, key });
  }, [id, values, key]);
  return {
    forget: () => {
      gone.current = true;
      keepPersonal(id, NAME, null);
    },
  };
}
