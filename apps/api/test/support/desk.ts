import { assignmentEndpoints } from '@baton/contracts/assignment/assignment.endpoints';
import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import type { SkillLevelDto } from '@baton/contracts/skills/skills.dto';
import { skillsEndpoints } from '@baton/contracts/skills/skills.endpoints';
import type { TeamMode } from '@baton/contracts/teams/teams.dto';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import type { CreateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UpdateWorkProfileDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type { Availability } from '@baton/domain/assignment/facts';
import type { Answer } from './client.js';
import type { Build, Person, Tenant } from './factories.js';
import type { TestApp } from './test-app.js';

const done = <T>({ status, body, error }: Answer<T>): T => {
  if (status >= 400) throw new Error(`Refused: ${JSON.stringify(error)}`);
  return body;
};

/** An organization whose team hands out work by itself, with a category that leads to it. */
export class Desk {
  private constructor(
    private readonly app: TestApp,
    private readonly build: Build,
    readonly tenant: Tenant,
    readonly admin: Person,
    readonly employee: Person,
    readonly teamId: string,
    readonly categoryId: string,
    readonly people: Person[],
  ) {}

  /** @param size how many people the team has; all of them are online */
  static async open(app: TestApp, build: Build, size: number, mode: TeamMode = 'best_match'): Promise<Desk> {
    const tenant = await build.tenant();
    const admin = await build.person(tenant, 'admin');
    const employee = await build.person(tenant, 'employee');
    const people: Person[] = [];
    for (let at = 0; at < size; at++) people.push(await build.person(tenant, 'coordinator'));
    const teamId = await build.team(tenant, { members: people });
    const categoryId = await build.category(tenant, { teamId });
    const desk = new Desk(app, build, tenant, admin, employee, teamId, categoryId, people);
    for (const person of people) await desk.is(person, 'online');
    await desk.hands(mode);
    await app.jobsDone();
    return desk;
  }

  async is(person: Person, availability: Availability): Promise<void> {
    done(await person.client.call(workProfilesEndpoints.setAvailability, { body: { status: availability } }));
  }

  async hands(mode: TeamMode): Promise<void> {
    done(await this.admin.client.call(teamsEndpoints.update, { params: { id: this.teamId }, body: { mode } }));
  }

  async profile({ id }: Person, body: UpdateWorkProfileDto) {
    return done(await this.admin.client.call(workProfilesEndpoints.update, { params: { userId: id }, body }));
  }

  async skill(name: string): Promise<string> {
    return done(await this.admin.client.call(skillsEndpoints.create, { body: { name } })).id;
  }

  async needs(categoryId: string, levels: SkillLevelDto[]): Promise<void> {
    const skills = levels.map(({ skillId, level }) => ({ skillId, minLevel: level }));
    done(await this.admin.client.call(categoriesEndpoints.update, { params: { id: categoryId }, body: { skills } }));
  }

  /** A new ticket, as it is once everything that follows from it is done. */
  async ask(more: Partial<CreateTicketDto> = {}): Promise<TicketResponse> {
    const { id } = await this.drop(more);
    await this.app.jobsDone();
    return this.look(id);
  }

  /** A new ticket, and no waiting. */
  drop(more: Partial<CreateTicketDto> = {}): Promise<TicketResponse> {
    return this.build.ticket(this.employee, this.admin, { categoryId: this.categoryId, ...more });
  }

  /** So many copies of a ticket, past the product: nobody is told. */
  async multiply(id: string, count: number): Promise<void> {
    const columns = await this.app.sql<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'tickets'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped`,
    );
    const names = columns.map(({ name }) => name);
    const copied = names.map((name) => ({ id: 'gen_random_uuid()', number: '50000 + n' })[name] ?? name);
    await this.app.sql(
      `INSERT INTO tickets (${names}) SELECT ${copied} FROM tickets, generate_series(1, $2::int) n WHERE tickets.id = $1`,
      [id, count],
    );
  }

  /** Worked on and resolved by an admin, for whoever holds it. */
  async resolve(id: string): Promise<void> {
    for (const status of ['in_progress', 'resolved'] as const)
      done(await this.admin.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status } }));
    await this.app.jobsDone();
  }

  async look(id: string): Promise<TicketResponse> {
    return done(await this.admin.client.call(ticketsEndpoints.get, { params: { id } }));
  }

  async why(id: string, reader: Person = this.admin) {
    return done(await reader.client.call(assignmentEndpoints.ofTicket, { params: { id } }));
  }

  async waiting() {
    const { items } = done(await this.admin.client.call(assignmentEndpoints.waiting));
    return items.find(({ team }) => team.id === this.teamId)!;
  }
}
