import { type ReactNode, useDeferredValue } from 'react';

/** What nobody looks for first: it follows once everything around it is on the screen. */
export const Later = ({ children }: { children: ReactNode }): ReactNode => useDeferredValue(children, null);
