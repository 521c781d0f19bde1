import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import type { TenantEntity } from './tenant.entity.js';
import { TenantRepository } from './tenant.repository.js';

export type TenantSettings = Pick<TenantEntity, 'name' | 'emailDomains' | 'reopenWindowDays'>;

@Injectable()
export class TenantSettingsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantRepository,
    private readonly events: EventRecorder,
  ) {}

  change(actor: Actor, wanted: Partial<TenantSettings>): Promise<TenantEntity> {
    return this.transaction.run(actor, async () => {
      const tenant = await this.tenants.lock(actor);
      const changes = changesOf<TenantSettings>(tenant, { ...wanted, emailDomains: distinct(wanted.emailDomains) });
      if (!changes) return tenant;
      await this.tenants.update(actor, changes.after);
      await this.events.record(actor, { type: 'organization.changed', subjectId: tenant.id, data: { ...changes } });
      return { ...tenant, ...changes.after };
    });
  }
}

/** Domains are compared without regard to case. */
const distinct = (domains: string[] | undefined): string[] | undefined =>
  domains && [...new Set(domains.map((domain) => domain.toLowerCase()))];
