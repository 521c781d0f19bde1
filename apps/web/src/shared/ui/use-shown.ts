import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint';

/** Whether it stands on the screen already. Not while it is drawn for the first time, nor while it waits hidden. */
export function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let isHere = true;
    afterPaint(() => isHere && startTransition(() => setShown(true)));
    return () => {
      isHere = false;
      setShown(false);
    };
  }, []);
  return shown;
}
