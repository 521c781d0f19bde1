import { type Breakpoint, useTheme } from '@mui/material/styles';
import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window has at least the width of that breakpoint, right from the first render. */
export function useWiderThan(breakpoint: Breakpoint): boolean {
  const { values } = useTheme().breakpoints;
  const query = `(min-width:${values[breakpoint]}px)`;
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
