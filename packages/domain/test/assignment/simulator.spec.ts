import * as batch from '../../src/assignment/batch.js';
import * as eligibility from '../../src/assignment/eligibility.js';
import * as handlingTimes from '../../src/assignment/handling-times.js';
import * as model from '../../src/assignment/model.js';
import * as queueOrder from '../../src/assignment/queue-order.js';
import * as rebalancing from '../../src/assignment/rebalance.js';

const domain = { ...batch, ...eligibility, ...handlingTimes, ...model, ...queueOrder, ...rebalancing };
const tool = (name: string) => import(`../../../../tools/simulate/${name}.mjs`);

async function run(given: object, seed: number) {
  const [{ paramsFrom }, { makeWorld }, { simulate }, { measure }] = await Promise.all(
    ['params', 'world', 'simulation', 'measures'].map(tool),
  );
  const params = paramsFrom(given);
  return (name: string) => {
    const mode = params.modes.find((each: { name: string }) => each.name === name);
    const { tickets, people, minutes } = simulate(params, makeWorld(params, seed), mode, domain);
    return { tickets, people, measures: measure({ tickets, people, minutes }, params.tickets) };
  };
}

const short = { tickets: { count: 500, warmUp: 100 } };

it('repeats a seed in every number, and is another story with another seed', async () => {
  const once = (await run(short, 1))('best_match').measures;
  expect((await run(short, 1))('best_match').measures).toEqual(once);
  expect((await run(short, 2))('best_match').measures).not.toEqual(once);
});

it('ends every ticket, and counts every minute of work', async () => {
  const { tickets, people } = (await run(short, 1))('best_match');
  for (const { at, resolvedAt } of tickets) expect(resolvedAt).toBeGreaterThan(at);
  for (const { held, working, busyMinutes } of people) {
    expect([held.size, working]).toEqual([0, null]);
    expect(busyMinutes).toBeGreaterThan(0);
  }
});

it.each([
  [0.5, 1, 1000],
  [0.9, 0.85, 1000],
  [1.1, 1, 500],
])(
  'at load %d, best_match takes at most %d times as long as least_loaded, and keeps more promises',
  async (load, most, count) => {
    const given = { tickets: { count, warmUp: count / 5, load } };
    const modes = await Promise.all([1, 2].map((seed) => run(given, seed)));
    const total = (mode: string, measure: string) =>
      modes.reduce((sum, measured) => sum + measured(mode).measures[measure], 0);
    expect(total('best_match', 'mean')).toBeLessThanOrEqual(most * total('least_loaded', 'mean'));
    expect(total('best_match', 'sla')).toBeGreaterThan(total('least_loaded', 'sla'));
    expect(total('best_match', 'jain') / modes.length).toBeGreaterThan(0.97);
  },
);

it.each([
  [{ tickets: { laod: 1 } }, 'tickets.laod is not a parameter'],
  [{ tickets: { load: '1' } }, 'tickets.load is not a number'],
  [{ tickets: { load: 0 } }, 'tickets.load is not above 0'],
  [{ people: { levelWeights: [1, 2] } }, 'people.levelWeights is not a list of 5'],
  [{ people: { skillsEach: 9 } }, 'people.skillsEach is more than there are skills'],
  [{ baseline: 'best' }, 'baseline is not the name of a mode'],
])('refuses %j and names the parameter', async (given, complaint) => {
  const { paramsFrom } = await tool('params');
  expect(() => paramsFrom(given)).toThrow(complaint);
});
