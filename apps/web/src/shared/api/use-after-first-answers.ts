import { startTransition, useEffect, useState } from 'react';
import { firstAnswers } from './first-answers';
import { ownTurn } from './turns';

/** Whether what the page asked for first stands on the screen, so that there is room for what nobody looks at yet. */
export function useAfterFirstAnswers(): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    let isHere = true;
    void firstAnswers.then(ownTurn).then(() => isHere && startTransition(() => setAfter(true)));
    return () => {
      isHere = false;
    };
  }, []);
  return after;
}
