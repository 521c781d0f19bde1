import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CounterRepository } from './counter.repository.js';
import { NumberingService } from './numbering.service.js';
import { TenantEntity } from './tenant.entity.js';
import { TenantQueries } from './tenant.queries.js';
import { TenantRepository } from './tenant.repository.js';
import { TenantSettingsService } from './tenant-settings.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TenantEntity])],
  providers: [CounterRepository, NumberingService, TenantQueries, TenantRepository, TenantSettingsService],
  exports: [NumberingService, TenantQueries, TenantSettingsService],
})
export class TenantsModule {}
