import type { SystemQueries } from '../database/system.queries.js';
import { Clock } from './clock.js';

/** A system clock without a database. */
function clockWith(offset = 0): Clock {
  let seconds = offset;
  return new Clock({
    clockOffset: async () => seconds,
    addToClockOffset: async (more: number) => {
      seconds += more;
    },
  } as unknown as SystemQueries);
}

const AWAY = new Date('2026-03-01T12:00:00Z');
const FURTHER = new Date('2025-01-01T00:00:00Z');

describe('the clock', () => {
  it('tells the time of the machine, moved by what the system was advanced', async () => {
    const clock = clockWith(3600);
    await clock.synchronize();
    expect(clock.now().getTime() - Date.now()).toBeCloseTo(3_600_000, -2);
    expect((await clock.advance(60)).getTime() - Date.now()).toBeCloseTo(3_660_000, -2);
  });

  it('stands still for work that happens at another time, and for nobody else', async () => {
    const clock = clockWith();
    const seen = await Promise.all([
      clock.at(AWAY, async () => {
        const inside = await clock.at(FURTHER, async () => clock.now());
        return [inside, clock.now()];
      }),
      Promise.resolve([clock.now()]),
    ]);
    expect(seen[0]).toEqual([FURTHER, AWAY]);
    expect(Date.now() - seen[1]![0]!.getTime()).toBeLessThan(60_000);
  });
});
