/** `node tools/simulate/batch-time.mjs`: how long the product takes to decide about 40 tickets and 12 people at once. */
import { candidateOf, needOf, Person } from './desk.mjs';
import { loadDomain } from './domain.mjs';
import { paramsFrom } from './params.mjs';
import { makeWorld } from './world.mjs';

const TICKETS = 40;
const WARM_UP = 50;
const ROUNDS = 300;

const domain = await loadDomain();
const params = paramsFrom();
const durations = Array.from({ length: WARM_UP + ROUNDS }, (_round, seed) => {
  const { needs, candidates, context } = burst(seed);
  const began = performance.now();
  domain.decideBatch('best_match', needs, candidates, context);
  return performance.now() - began;
});
const times = durations.slice(WARM_UP).sort((a, b) => a - b);

const at = (share) => `${times[Math.ceil(ROUNDS * share) - 1].toFixed(2)} ms`;
console.log(
  `${TICKETS} tickets × ${params.people.count} people: median ${at(0.5)}, p99 ${at(0.99)}; the very first, ${durations[0].toFixed(2)} ms`,
);

/** Tickets that come at once, to people who hold nothing: every slot is free, which is the most there is to decide. */
function burst(seed) {
  const world = makeWorld({ ...params, tickets: { ...params.tickets, count: TICKETS } }, seed);
  const tickets = world.tickets.map((ticket) => ({
    ...ticket,
    known: ticket.guess,
    level: 1,
    waitingSince: ticket.at,
  }));
  const now = tickets.at(-1).at;
  const context = { now, times: domain.NOTHING_LEARNED, model: domain.DEFAULT_MODEL };
  const desk = { capacity: params.people.capacity, ...params.assignment };
  const candidates = world.people.map((person) => candidateOf(new Person(person), context, desk, domain));
  return { needs: tickets.map(needOf), candidates, context };
}
