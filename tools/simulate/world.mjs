/** The truth of one seed: who can do what how fast, and which tickets come. The chooser is told only part of it. */
import { stream } from './random.mjs';

const PRIORITIES = ['low', 'medium', 'high', 'urgent'];
const MINUTE = 60_000;

/** @returns people, categories and tickets, with `minutesOf` and `isTooHard`, which only the desk may ask */
export function makeWorld(params, seed) {
  const people = makePeople(params, stream(seed, 'people'));
  const categories = makeCategories(params, stream(seed, 'categories'));
  const paces = stream(seed, 'paces');
  const ownPace = new Map(
    people.map(({ id }) => [id, categories.map(() => paces.scatter(params.people.ownPaceDeviation))]),
  );
  const levelOf = (person, category) => person.skills[category.skillId] ?? 0;
  const { paceByLevel } = params.service;
  const { riskByLevel } = params.handover;
  const highest = new Map(
    categories.map((category) => [category.id, Math.max(...people.map((person) => levelOf(person, category)))]),
  );
  const world = {
    people,
    categories,
    /** Minutes of work this person really needs for this ticket. */
    minutesOf: (person, { category, size }) =>
      category.minutes * size * paceByLevel[levelOf(person, category) - 1] * ownPace.get(person.id)[category.place],
    /** Whether this person will have to hand it over. Somebody can do every ticket. */
    isTooHard: (person, { category, difficulty }) => {
      const level = levelOf(person, category);
      return level < highest.get(category.id) && difficulty > 1 - riskByLevel[level - 1];
    },
    canDo: (person, category) => levelOf(person, category) > 0,
    levelOf,
  };
  return { ...world, tickets: makeTickets(params, world, seed) };
}

/** Skills go round, so that each is had by as many people as the others. */
function makePeople({ people, skills }, random) {
  const persons = Array.from({ length: people.count }, (_person, place) => ({ id: `p${place + 1}`, skills: {} }));
  let round = [];
  for (let given = 0; given < people.count * people.skillsEach; given++) {
    const person = persons[given % people.count];
    if (round.length === 0) round = random.shuffled(skillIds(skills.count));
    const free = round.findIndex((skill) => !(skill in person.skills));
    const skill = free < 0 ? random.shuffled(skillIds(skills.count)).find((id) => !(id in person.skills)) : round[free];
    if (free >= 0) round.splice(free, 1);
    person.skills[skill] = random.pick(people.levelWeights) + 1;
  }
  return persons;
}

const skillIds = (count) => Array.from({ length: count }, (_skill, place) => `s${place + 1}`);

function makeCategories({ skills, service }, random) {
  return skillIds(skills.count)
    .flatMap((skillId) => new Array(skills.categoriesEach).fill(skillId))
    .map((skillId, place) => ({
      id: `c${place + 1}`,
      place,
      skillId,
      demand: random.scatter(skills.demandDeviation),
      minutes: service.meanMinutes * random.scatter(service.categoryDeviation),
    }));
}

function makeTickets(params, world, seed) {
  const random = stream(seed, 'tickets');
  const { count, load, priorityWeights } = params.tickets;
  const gap = minutesPerTicket(params, world, seed) / (load * params.people.count);
  let minute = 0;
  return Array.from({ length: count }, (_ticket, place) => {
    minute += random.exponential(gap);
    return makeTicket(params, world.categories, priorityWeights, random, place, minute * MINUTE);
  });
}

function makeTicket(params, categories, priorityWeights, random, place, at) {
  const category = categories[random.pick(categories.map(({ demand }) => demand))];
  const others = categories.filter((each) => each !== category);
  const guess = others[Math.floor(random.next() * others.length)] ?? category;
  const isRight = random.next() < params.classifier.accuracy;
  const priority = PRIORITIES[random.pick(PRIORITIES.map((each) => priorityWeights[each]))];
  const promised = params.sla.resolutionMinutes[priority];
  return {
    id: `t${String(place + 1).padStart(6, '0')}`,
    place,
    at,
    category,
    guess: isRight ? category : guess,
    priority,
    dueAt: promised === null ? null : at + promised * MINUTE,
    size: random.scatter(params.service.ticketDeviation),
    difficulty: random.next(),
  };
}

/** Mean minutes of work on a ticket, lost work included, were it always given to anybody with the skill. */
function minutesPerTicket(params, world, seed) {
  const random = stream(seed, 'load');
  const anybody = (people) => people[Math.floor(random.next() * people.length)];
  const samples = 4000;
  let minutes = 0;
  for (let sample = 0; sample < samples; sample++) {
    const ticket = makeTicket(params, world.categories, params.tickets.priorityWeights, random, sample, 0);
    const skilled = world.people.filter((person) => world.canDo(person, ticket.category));
    let person = anybody(world.people.filter((each) => world.canDo(each, ticket.guess)));
    if (ticket.guess !== ticket.category) minutes += params.classifier.noticedAfterMinutes;
    if (!world.canDo(person, ticket.category)) person = anybody(skilled);
    while (world.isTooHard(person, ticket)) {
      minutes += world.minutesOf(person, ticket) * params.handover.stuckAfter;
      const level = world.levelOf(person, ticket.category);
      person = anybody(skilled.filter((each) => world.levelOf(each, ticket.category) > level));
    }
    minutes += world.minutesOf(person, ticket);
  }
  return minutes / samples;
}
