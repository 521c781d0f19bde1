import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { CreateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { AccountStatus } from '@baton/domain/accounts/account-status';
import { type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { formatEmployeeNumber } from '@baton/domain/tickets/ticket-number';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { AccessTokens } from '../../src/platform/access/access-token.js';
import { newId } from '../../src/platform/database/new-id.js';
import { Client } from './client.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'factory-made-2026';
/** Of PASSWORD, made once with the cheapest cost. */
const PASSWORD_HASH = '$2b$04$WjPTDwjNdXxBEIn4RqAKH.YU.yZXKv5JXU5cabKsqzb2zPy7hb5Re';

export interface Tenant {
  id: TenantId;
  slug: string;
  prefix: string;
}

/** Somebody with a running session. */
export interface Person {
  id: string;
  tenant: Tenant;
  name: string;
  email: string;
  role: Role;
  actor: UserActor;
  token: string;
  /** Speaks HTTP as this person. */
  client: Client;
}

export interface TicketWish extends Partial<CreateTicketDto> {
  /** Moves the ticket there, step by step, as a coordinator would. */
  status?: TicketStatus;
  assignee?: Person;
  teamId?: string;
}

/** The moves from a claimed ticket to a status. */
const WAY: Record<TicketStatus, TicketStatus[]> = {
  new: [],
  open: ['open'],
  in_progress: [],
  waiting: ['waiting'],
  resolved: ['resolved'],
  closed: ['resolved', 'closed'],
  withdrawn: [],
};

/** Makes what a test needs, with everything that belongs to it. People and teams by SQL, tickets through the product. */
export class Build {
  private count = 0;

  constructor(private readonly app: TestApp) {}

  async tenant(slug: string = this.name('tenant'), prefix = slug.slice(0, 4).toUpperCase()): Promise<Tenant> {
    const id = newId() as TenantId;
    await this.app.sql(
      `INSERT INTO tenants (id, slug, name, ticket_prefix, email_domains, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, slug, `${slug} group`, prefix, [`${slug}.test`]],
    );
    return { id, slug, prefix };
  }

  async person(
    tenant: Tenant,
    role: Role,
    { name = this.name(role), status = 'approved' as AccountStatus, email = '' } = {},
  ): Promise<Person> {
    const id = newId();
    const [counter] = await this.app.sql<{ value: number }>(
      `INSERT INTO counters (tenant_id, name, value) VALUES ($1, 'employee', 1)
       ON CONFLICT (tenant_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
      [tenant.id],
    );
    const address = email || `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@${tenant.slug}.test`;
    await this.app.sql(
      `INSERT INTO users (tenant_id, id, email, name, password_hash, role, status, employee_number, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
      [tenant.id, id, address, name, PASSWORD_HASH, role, status, formatEmployeeNumber(counter?.value ?? 0)],
    );
    return this.signedIn({ id, tenant, name, email: address, role });
  }

  /** A further session of the same person. */
  async signedIn(person: Omit<Person, 'actor' | 'token' | 'client'>): Promise<Person> {
    const { id, tenant, role } = person;
    const sessionId = newId();
    await this.app.sql(
      `INSERT INTO sessions (tenant_id, id, user_id, user_agent, ip, created_at, last_used_at, expires_at)
       VALUES ($1, $2, $3, 'test', '127.0.0.1', now(), now(), now() + interval '400 days')`,
      [tenant.id, sessionId, id],
    );
    const actor = userActor({ id, tenantId: tenant.id, role }, sessionId);
    const token = this.app.app.get(AccessTokens, { strict: false }).issue(actor).accessToken;
    return { ...person, actor, token, client: new Client(this.app.url, token) };
  }

  async team(
    tenant: Tenant,
    { restricted = false, members = [] as Person[], name = this.name('team') } = {},
  ): Promise<string> {
    const id = newId();
    await this.app.sql(
      'INSERT INTO teams (tenant_id, id, name, restricted, created_at) VALUES ($1, $2, $3, $4, now())',
      [tenant.id, id, name, restricted],
    );
    for (const member of members)
      await this.app.sql('INSERT INTO team_members (tenant_id, team_id, user_id) VALUES ($1, $2, $3)', [
        tenant.id,
        id,
        member.id,
      ]);
    return id;
  }

  async category(
    tenant: Tenant,
    { name = this.name('category'), teamId = null as string | null, parentId = null as string | null } = {},
  ): Promise<string> {
    const id = newId();
    await this.app.sql(
      'INSERT INTO categories (tenant_id, id, name, parent_id, team_id, created_at) VALUES ($1, $2, $3, $4, $5, now())',
      [tenant.id, id, name, parentId, teamId],
    );
    return id;
  }

  /** A ticket of `requester`, worked on by `worker`. */
  async ticket(requester: Person, worker: Person, wish: TicketWish = {}): Promise<TicketResponse> {
    const { status = 'new', assignee, teamId, ...fields } = wish;
    const body = { subject: this.name('Ticket'), description: 'It does not work.', ...fields };
    let ticket = (await requester.client.call(ticketsEndpoints.create, { body })).body;
    const params = { id: ticket.id };
    if (teamId !== undefined)
      ticket = (await worker.client.call(ticketsEndpoints.assign, { params, body: { assigneeId: null, teamId } })).body;
    if (!['new', 'withdrawn'].includes(status))
      ticket = (await worker.client.call(ticketsEndpoints.claim, { params })).body;
    for (const to of WAY[status])
      ticket = (await worker.client.call(ticketsEndpoints.changeStatus, { params, body: { status: to } })).body;
    if (status === 'withdrawn')
      ticket = (await requester.client.call(ticketsEndpoints.withdraw, { params, body: {} })).body;
    if (assignee)
      ticket = (await worker.client.call(ticketsEndpoints.assign, { params, body: { assigneeId: assignee.id } })).body;
    if (ticket.status !== status) throw new Error(`The ticket became ${ticket.status} instead of ${status}`);
    return ticket;
  }

  /** What `author` says on a ticket. */
  async message(author: Person, ticketId: string, body: string, internal = false) {
    const answer = await author.client.call(conversationEndpoints.send, {
      params: { id: ticketId },
      body: { body, internal },
    });
    if (answer.status !== 201) throw new Error(`The message was refused: ${JSON.stringify(answer.error)}`);
    return answer.body;
  }

  private name(what: string): string {
    this.count += 1;
    return `${what} ${this.count}`.replace(/^tenant /, 'tenant-');
  }
}
