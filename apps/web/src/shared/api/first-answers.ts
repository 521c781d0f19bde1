import type { QueryClient } from '@tanstack/react-query';
import { whenIdle } from '../layout/when-idle';
import { afterPaint } from '../ui/after-paint';

/** A page that asks for nothing, or a slow line, keeps nobody waiting longer for the rest. */
const LATEST_MS = 2000;

let settle: () => void = () => undefined;

/** Settles once what the page asked for first stands on the screen: then there is room for what nobody looks at yet. */
export const firstAnswers = new Promise<void>((resolve) => {
  settle = resolve;
  setTimeout(resolve, LATEST_MS);
});

/** Watches the first questions until they are answered. */
export function watchFirstAnswers(client: QueryClient): void {
  let asked = false;
  const stop = client.getQueryCache().subscribe(() => {
    const open = client.isFetching();
    if (asked && open === 0) {
      stop();
      // Rows are drawn in slices, over several frames.
      afterPaint(() => whenIdle(settle));
    }
    asked ||= open > 0;
  });
}
