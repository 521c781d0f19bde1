import { setTimeout as sleep } from 'node:timers/promises';
import { postgresCpu, processCpu } from './cpu.mjs';
import { median, spread } from './statistics.mjs';

/** What was begun for the last answers, such as jobs and pushes, still counts for them. */
const SETTLES_MS = 200;
const WARM_SECONDS = 1.5;

/**
 * Runs sides against each other, a round of each in turn, so that whatever else the machine does meets them all alike.
 * @param sides name → `{pid, targets}` for the load, or `{drive}` that brings its own; the first is what the others are
 *   compared with
 * @returns name → processor milliseconds per request (median of the rounds), latencies, and the ratio to the first
 */
export async function compare(bench, sides, { rounds, seconds, connections = 4 } = bench.pace) {
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (const side of Object.values(sides)) await drive(bench, side, { connections, seconds: WARM_SECONDS });
  for (let round = 0; round < rounds; round++) {
    for (const [name, side] of Object.entries(sides))
      results[name].push(await oneRound(bench, side, { connections, seconds }));
  }
  const [first] = Object.values(results);
  return Object.fromEntries(Object.entries(results).map(([name, own]) => [name, summary(own, first)]));
}

const drive = ({ load }, side, pace) => side.drive?.(pace) ?? load.ask({ targets: side.targets, ...pace });

async function oneRound(bench, side, pace) {
  const app = side.pid && processCpu(side.pid);
  const database = postgresCpu(bench.postmaster);
  const { requests, milliseconds, failures, seconds: took, cpu } = await drive(bench, side, pace);
  await sleep(SETTLES_MS);
  if (Object.keys(failures).length > 0) throw new Error(`Requests failed: ${JSON.stringify(failures)}`);
  return {
    app: (cpu ?? processCpu(side.pid) - app) / requests,
    database: (postgresCpu(bench.postmaster) - database) / requests,
    perSecond: requests / took,
    milliseconds,
  };
}

const cost = ({ app, database }) => app + database;

function summary(rounds, first) {
  return {
    cpu: median(rounds.map(cost)),
    app: median(rounds.map(({ app }) => app)),
    database: median(rounds.map(({ database }) => database)),
    ratio: median(rounds.map((round, at) => cost(round) / cost(first[at]))),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    ...spread(rounds.flatMap(({ milliseconds }) => milliseconds)),
  };
}
