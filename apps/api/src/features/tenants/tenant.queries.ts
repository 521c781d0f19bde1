import type { Actor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { TenantEntity } from './tenant.entity.js';
import { TenantRepository } from './tenant.repository.js';

/** Which organization is meant, and what it is like. */
@Injectable()
export class TenantQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantRepository,
  ) {}

  get(actor: Actor): Promise<Readonly<TenantEntity>> {
    return this.transaction.run(actor, () => this.tenants.get(actor));
  }

  /** Before anybody is known to belong anywhere: an id, and only for who knows the slug. */
  async idForSlug(slug: string): Promise<TenantId | null> {
    const [row] = await this.dataSource.query('SELECT tenant_for_slug($1) AS id', [slug]);
    return row.id;
  }

  /** Organizations in which this e-mail has an account, in any state. */
  async idsForEmail(email: string): Promise<TenantId[]> {
    const rows: { id: TenantId }[] = await this.dataSource.query('SELECT tenants_for_email($1) AS id', [email]);
    return rows.map(({ id }) => id);
  }
}
