import { type Week, weekRuns } from '../time/working-hours';
import { texts } from '../ui/week.texts';

const ALL_DAY = JSON.stringify([['00:00', '24:00']]);

/** Hours of a week in words: `Mon–Fri 09:00–17:00, Sat 10:00–14:00`. */
export function weekWords(week: Week): string {
  const runs = weekRuns(week);
  const [only] = runs;
  if (!only) return texts.never;
  if (runs.length === 1 && only.from === 0 && only.to === 6 && JSON.stringify(only.windows) === ALL_DAY)
    return texts.allWeek;
  return runs
    .map(({ from, to, windows }) =>
      texts.run(from, to, windows.map(([begins, ends]) => `${begins}–${ends}`).join(' + ')),
    )
    .join(', ');
}
