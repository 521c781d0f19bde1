/** The people at work: what they hold, what they are doing, and what the product would be told about them. */
const MINUTE = 60_000;
const TEAM = 'desk';

/** The need of a ticket as far as anybody knows it: its category may be wrong, and its hardness shows only in work. */
export const needOf = ({ id, priority, dueAt, waitingSince, known, level }) => ({
  ticketId: id,
  teamId: TEAM,
  categoryId: known.id,
  skills: [{ skillId: known.skillId, level }],
  priority,
  dueAt,
  waitingSince,
});

export class Person {
  held = new Map();
  /** `{ticket, since}` of what they are doing, one thing at a time. */
  working = null;
  lastAssignedAt = null;
  busyMinutes = 0;
  #given = [];

  constructor({ id, skills }) {
    this.id = id;
    this.skills = skills;
  }

  take(ticket, now, expectedMinutes) {
    this.held.set(ticket.id, ticket);
    this.lastAssignedAt = now;
    this.#given.push({ ticket, now, expectedMinutes });
  }

  /** Gives an unstarted ticket away: it was no work of theirs. */
  pass(ticket) {
    this.held.delete(ticket.id);
    this.#given = this.#given.filter((each) => each.ticket !== ticket);
  }

  begin(ticket, now) {
    this.working = { ticket, since: now };
  }

  /** @returns the minutes they worked on it */
  end(now) {
    const minutes = (now - this.working.since) / MINUTE;
    this.held.delete(this.working.ticket.id);
    this.busyMinutes += minutes;
    this.working = null;
    return minutes;
  }

  minutesLately(since) {
    this.#given = this.#given.filter(({ now }) => now > since);
    return this.#given.reduce((sum, { expectedMinutes }) => sum + expectedMinutes, 0);
  }
}

/** A domain Candidate made of what the product knows: expectations, never how long something really takes. */
export function candidateOf(person, context, { capacity, latelyMinutes }, { expectedHandling, expectedRemaining }) {
  const { now, times, model } = context;
  const active = [...person.held.values()].map((ticket) => {
    const { ticketId, priority, dueAt, waitingSince, ...need } = needOf(ticket);
    const started = person.working?.ticket === ticket;
    const expected = expectedHandling(person, need, times, model);
    const spent = started ? (now - person.working.since) / MINUTE : 0;
    const remainingMinutes = expectedRemaining(expected, spent);
    return { ticketId, priority, dueAt, waitingSince, remainingMinutes, started };
  });
  return {
    id: person.id,
    teamIds: [TEAM],
    skills: person.skills,
    capacity,
    availability: 'online',
    onShift: true,
    absent: false,
    active,
    lastAssignedAt: person.lastAssignedAt,
    minutesLately: person.minutesLately(now - latelyMinutes * MINUTE),
  };
}
