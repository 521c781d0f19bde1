import { useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { keepPersonal, readPersonal } from '../../shared/storage/personal-storage';

export const MIN_WIDTH = 320;
export const MAX_WIDTH = 520;
const NAME = 'queue-list-width';

const within = (width: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

/** How wide somebody likes the list; null until they have said so. */
export function useListWidth(): { width: number | null; resize: (width: number) => void } {
  const { id } = useUser();
  const [width, setWidth] = useState(() => readPersonal<number>(id, NAME));
  return {
    width,
    resize: (wanted) => {
      setWidth(within(wanted));
      keepPersonal(id, NAME, within(wanted));
    },
  };
}
