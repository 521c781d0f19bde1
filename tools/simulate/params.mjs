/**
 * The parameters of a simulation. A file names only what differs from `default.json`; what it names that does not
 * exist there is refused, because a misspelt parameter would quietly change nothing.
 *
 * | parameter | unit and meaning |
 * |---|---|
 * | people.count, capacity | persons; tickets each holds at most |
 * | people.skillsEach, levelWeights | skills of a person; how common level 1 … 5 is |
 * | people.ownPaceDeviation | how much a person's pace in a category scatters (σ of the logarithm); nobody is told |
 * | skills.count, categoriesEach | skills; categories that need each of them |
 * | skills.demandDeviation | how much the demand for categories scatters (σ of the logarithm) |
 * | tickets.count, warmUp | tickets that arrive; of these the first, which are not measured |
 * | tickets.load | minutes of work that arrive per person and minute, were each ticket given to anybody with the skill |
 * | tickets.priorityWeights | how common each priority is |
 * | service.meanMinutes | minutes of work on a ticket by somebody of level 3 |
 * | service.categoryDeviation, ticketDeviation | how much categories, and tickets of one, scatter (σ of the logarithm) |
 * | service.paceByLevel | minutes as a share of those of level 3, for level 1 … 5 |
 * | handover.riskByLevel | share of the tickets that are too hard for somebody of level 1 … 5 |
 * | handover.stuckAfter | share of the work after which they notice; it is lost |
 * | classifier.accuracy, noticedAfterMinutes | share of right categories; minutes until whoever begins sees a wrong one |
 * | sla.resolutionMinutes | minutes until a ticket is promised to be resolved, by priority; null promises nothing |
 * | assignment.latelyMinutes | minutes of work that count as lately: a working day |
 * | assignment.takeOverMinutes | minutes of work that each take-over adds: what the one before had read is read again |
 * | modes | what is compared: a mode with or without rebalancing, and with other numbers than DEFAULT_MODEL's in `model` |
 * | baseline | the name of the one the others are compared with |
 */
import { readFileSync } from 'node:fs';

const defaults = JSON.parse(readFileSync(new URL('default.json', import.meta.url), 'utf8'));
/** Lists of any length. */
const OPEN = ['modes'];

/** @param given an object like a parameter file @throws {Error} naming the parameter that is not right */
export function paramsFrom(given = {}) {
  const params = merged(defaults, given, '');
  const { people, tickets, skills, modes, baseline } = params;
  require(people.skillsEach <= skills.count, 'people.skillsEach', 'is more than there are skills');
  require(people.count * people.skillsEach >= skills.count, 'people.skillsEach', 'leaves a skill to nobody');
  require(tickets.warmUp < tickets.count, 'tickets.warmUp', 'leaves nothing to measure');
  require(tickets.load > 0, 'tickets.load', 'is not above 0');
  require(modes.some(({ name }) => name === baseline), 'baseline', 'is not the name of a mode');
  return params;
}

function merged(base, given, path) {
  const result = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const at = path ? `${path}.${key}` : key;
    require(key in base, at, 'is not a parameter');
    const isTable = typeof base[key] === 'object' && base[key] !== null && !Array.isArray(base[key]);
    const isAlike = OPEN.includes(at) || base[key] === null || value === null || kindOf(base[key]) === kindOf(value);
    require(isAlike, at, `is not a ${kindOf(base[key])}`);
    result[key] = isTable && !OPEN.includes(at) ? merged(base[key], value, at) : value;
  }
  return result;
}

const kindOf = (value) => (Array.isArray(value) ? `list of ${value.length}` : typeof value);

function require(isRight, path, complaint) {
  if (!isRight) throw new Error(`${path} ${complaint}`);
}
