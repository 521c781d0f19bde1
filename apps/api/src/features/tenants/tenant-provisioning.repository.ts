import type { TenantId } from '@baton/domain/shared/brand';
import { formatEmployeeNumber } from '@baton/domain/tickets/ticket-number';
import { newId } from '../../platform/database/new-id.js';

/** A connection of the schema's owner, who alone may create organizations. */
export interface OwnerConnection {
  // biome-ignore lint/suspicious/noExplicitAny: rows of a driver's client, whatever driver it is
  query(sql: string, parameters?: unknown[]): Promise<{ rows: any[] }>;
}

export interface NewTenant {
  slug: string;
  name: string;
  /** Capital letters and digits: what stands before ticket numbers. */
  ticketPrefix: string;
  emailDomains?: string[];
}

export interface NewAdmin {
  tenantId: TenantId;
  name: string;
  /** In small letters. */
  email: string;
  passwordHash: string;
}

/** What the operator does from the command line, and the demo when it sets itself up. Never reached over HTTP. */
export class TenantProvisioning {
  constructor(
    private readonly owner: OwnerConnection,
    private readonly now: Date,
  ) {}

  /** @throws a unique violation when the slug is taken */
  async createTenant({ slug, name, ticketPrefix, emailDomains = [] }: NewTenant): Promise<TenantId> {
    const id = newId() as TenantId;
    await this.owner.query(
      `INSERT INTO tenants (id, slug, name, ticket_prefix, email_domains, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, slug, name, ticketPrefix, emailDomains, this.now],
    );
    return id;
  }

  /** @throws a unique violation when the e-mail is taken there */
  async createAdmin({ tenantId, name, email, passwordHash }: NewAdmin): Promise<string> {
    const id = newId();
    const { rows } = await this.owner.query(
      `INSERT INTO counters (tenant_id, name, value) VALUES ($1, 'employee', 1)
       ON CONFLICT (tenant_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
      [tenantId],
    );
    await this.owner.query(
      `INSERT INTO users (tenant_id, id, email, name, password_hash, role, status, employee_number, created_at)
       VALUES ($1, $2, $3, $4, $5, 'admin', 'approved', $6, $7)`,
      [tenantId, id, email, name, passwordHash, formatEmployeeNumber(rows[0].value), this.now],
    );
    await this.owner.query(
      `INSERT INTO events (tenant_id, id, type, occurred_at, subject_id, data) VALUES ($1, $2, 'user.created', $3, $4, $5)`,
      [tenantId, newId(), this.now, id, JSON.stringify({ role: 'admin' })],
    );
    return id;
  }
}
