/** One mode through one world: the product's decisions, in the order in which things happen. */
import { candidateOf, needOf, Person } from './desk.mjs';
import { Events } from './events.mjs';
import { Learning } from './learning.mjs';

const MINUTE = 60_000;

/** @returns `{tickets, people, minutes}`: every ticket with how it went, and how long the whole took */
export function simulate(params, world, mode, domain) {
  const simulation = new Simulation(params, world, mode, domain);
  return simulation.run();
}

class Simulation {
  #events = new Events();
  #learning = new Learning();
  #pool = new Set();
  #people;
  #tickets;
  #now = 0;

  constructor(params, world, mode, domain) {
    this.params = params;
    this.world = world;
    this.mode = mode;
    this.domain = domain;
    this.model = { ...domain.DEFAULT_MODEL, ...mode.model };
    this.#people = new Map(world.people.map((person) => [person.id, new Person(person)]));
    this.#tickets = world.tickets.map((ticket) => ({
      ...ticket,
      known: ticket.guess,
      level: 1,
      waitingSince: ticket.at,
      resolvedAt: null,
      handovers: 0,
      takeOvers: 0,
    }));
  }

  run() {
    for (const ticket of this.#tickets) this.#events.add(ticket.at, () => this.#arrive(ticket));
    for (let next = this.#events.next(); next; next = this.#events.next()) {
      this.#now = next.at;
      next.event();
    }
    return { tickets: this.#tickets, people: [...this.#people.values()], minutes: this.#now / MINUTE };
  }

  #arrive(ticket) {
    this.#pool.add(ticket);
    this.#giveOut([...this.#people.values()]);
  }

  /** @param freed people who can take more than at the last decision: nobody else can be given what waited already */
  #giveOut(freed) {
    const context = this.#context();
    const candidates = [...this.#people.values()].map((person) => this.#candidate(person, context));
    const ids = new Set(freed.map(({ id }) => id));
    const open = candidates.filter((each) => ids.has(each.id) && this.domain.freeSlots(each) > 0);
    if (open.length === 0) return;
    const needs = [...this.#pool]
      .map(needOf)
      .filter((need) => open.some((candidate) => this.domain.rejections(candidate, need).length === 0));
    const first = this.domain.inQueueOrder(needs, context);
    const served = open.length === 1 ? first.slice(0, this.domain.freeSlots(open[0])) : first;
    for (const { ticketId, chosen } of this.domain.decideBatch(this.mode.mode, served, candidates, context)) {
      if (chosen !== null) this.#assign(this.#ticket(ticketId), this.#people.get(chosen), context);
    }
  }

  #assign(ticket, person, { times, model }) {
    this.#pool.delete(ticket);
    person.take(ticket, this.#now, this.domain.expectedHandling(person, needOf(ticket), times, model));
    if (!person.working) this.#beginNext(person);
  }

  #beginNext(person) {
    const [place] = this.domain.inQueueOrder([...person.held.values()].map(needOf), this.#context());
    if (!place) return;
    const ticket = this.#ticket(place.ticketId);
    person.begin(ticket, this.#now);
    const { minutes, end } = this.#course(person, ticket);
    this.#events.add(this.#now + minutes * MINUTE, end);
  }

  /** What the work of this person on this ticket comes to, and after how many minutes. */
  #course(person, ticket) {
    const { world, params } = this;
    const isMisrouted = ticket.known !== ticket.category;
    const reading = ticket.takeOvers * params.assignment.takeOverMinutes;
    const notice = reading + (isMisrouted ? params.classifier.noticedAfterMinutes : 0);
    if (isMisrouted && !world.canDo(person, ticket.category)) {
      return { minutes: notice, end: () => this.#handOver(person, ticket, 1) };
    }
    const work = world.minutesOf(person, ticket);
    if (world.isTooHard(person, ticket)) {
      const needed = world.levelOf(person, ticket.category) + 1;
      const minutes = notice + work * params.handover.stuckAfter;
      return { minutes, end: () => this.#handOver(person, ticket, needed) };
    }
    return { minutes: notice + work, end: () => this.#resolve(person, ticket) };
  }

  #handOver(person, ticket, level) {
    person.end(this.#now);
    ticket.handovers++;
    ticket.known = ticket.category;
    ticket.level = level;
    ticket.waitingSince = this.#now;
    this.#pool.add(ticket);
    this.#giveOut([...this.#people.values()]);
    this.#freedUp(person);
  }

  #resolve(person, ticket) {
    const minutes = person.end(this.#now);
    ticket.resolvedAt = this.#now;
    this.#learning.resolved(ticket.category.id, person.id, minutes);
    this.#giveOut([person]);
    this.#freedUp(person);
  }

  #freedUp(person) {
    if (this.mode.rebalance) this.#takeOver(person);
    if (!person.working) this.#beginNext(person);
  }

  #takeOver(person) {
    const context = this.#context();
    const people = [...this.#people.values()].map((each) => this.#candidate(each, context));
    const freed = people.find(({ id }) => id === person.id);
    const needs = [...this.#people.values()].flatMap(({ held }) => [...held.values()].map(needOf));
    const takeOver = this.domain.rebalance(freed, people, needs, context);
    if (!takeOver) return;
    const ticket = this.#ticket(takeOver.ticketId);
    this.#people.get(takeOver.from).pass(ticket);
    ticket.takeOvers++;
    person.take(ticket, this.#now, this.domain.expectedHandling(person, needOf(ticket), context.times, context.model));
  }

  #candidate(person, context) {
    const { capacity } = this.params.people;
    return candidateOf(person, context, { capacity, ...this.params.assignment }, this.domain);
  }

  #context() {
    return { now: this.#now, times: this.#learning.times, model: this.model };
  }

  /** Ids count up from one. */
  #ticket(id) {
    return this.#tickets[Number(id.slice(1)) - 1];
  }
}
