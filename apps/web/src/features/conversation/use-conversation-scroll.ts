import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This close to the end counts as reading the newest. */
const NEAR_END_PX = 48;

interface Watched {
  ticketId: string;
  /** Identify the two ends; a change of either is a change of content. */
  first: string | undefined;
  last: string | undefined;
  /** How many entries there are at the end, pending ones included. */
  count: number;
}

/**
 * Keeps what is being read where it is: new entries are followed only from the end, older ones open above.
 * `unseen` counts what came while somebody read further up.
 */
export function useConversationScroll(box: RefObject<HTMLElement | null>, { ticketId, first, last, count }: Watched) {
  const [unseen, setUnseen] = useState(0);
  const atEnd = useRef(true);
  const fromEnd = useRef(0);
  const before = useRef({ ticketId, first, last, count });

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    atEnd.current = true;
    setUnseen(0);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the content changed, and reads the rest as it is
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const was = before.current;
    before.current = { ticketId, first, last, count };
    // Shown again after it was hidden, which forgets the place.
    const isSame = was.first === first && was.last === last && was.count === count;
    if (was.ticketId !== ticketId || atEnd.current) toEnd();
    else if (was.first !== first || isSame) element.scrollTop = element.scrollHeight - fromEnd.current;
    else if (count > was.count) setUnseen((now) => now + count - was.count);
  }, [ticketId, first, last, count]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const scrolled = () => {
      fromEnd.current = element.scrollHeight - element.scrollTop;
      atEnd.current = fromEnd.current - element.clientHeight < NEAR_END_PX;
      if (atEnd.current) setUnseen(0);
    };
    // A growing composer takes room from the end; pictures and late parts of entries add to it.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', scrolled, { passive: true });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', scrolled);
      observer.disconnect();
    };
  }, [box]);

  return { unseen, toEnd };
}
