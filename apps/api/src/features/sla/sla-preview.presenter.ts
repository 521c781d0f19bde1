import { LIMITS } from '@baton/contracts/http/limits';
import type { PreviewDto } from '@baton/contracts/sla/sla.dto';
import type { PreviewResponse } from '@baton/contracts/sla/sla.response';
import { dueAt, intervals, type Pause } from '@baton/domain/sla/clock';
import { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { AppError } from '../../platform/http/app-error.js';
import { instant, presentInterval } from './sla.presenter.js';
import { readCalendar } from './sla-problems.presenter.js';

/** A deadline by a calendar that need not be saved, by the functions that set real ones. @throws request.invalid */
export function preview({ calendar, startedAt, targetMinutes, pauses: given = [] }: PreviewDto): PreviewResponse {
  const compiled = new CompiledCalendar(readCalendar(calendar, 'calendar'));
  const pauses = given.map(readPause);
  const start = Date.parse(startedAt);
  const due = dueAt(compiled, start, targetMinutes, pauses);
  if (due === null) throw new AppError('request.invalid', { targetMinutes: ['never come together by this calendar'] });
  const pieces = intervals(compiled, start, due, pauses);
  if (pieces.length > LIMITS.intervalsMax)
    throw new AppError('request.invalid', { targetMinutes: ['take more intervals than can be listed'] });
  return { dueAt: instant(due), intervals: pieces.map(presentInterval) };
}

function readPause({ from, to }: { from: string; to: string }, at: number): Pause {
  const pause = { from: Date.parse(from), to: Date.parse(to) };
  if (pause.to <= pause.from) throw new AppError('request.invalid', { [`pauses.${at}.to`]: ['must be after from'] });
  return pause;
}
