import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CategoriesModule } from '../categories/categories.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { PeopleModule } from '../users/people.module.js';
import { MacroEntity } from './macro.entity.js';
import { MacroRepository } from './macro.repository.js';
import { MacroPreviewService } from './macro-preview.service.js';
import { MacroReferencesService } from './macro-references.service.js';
import { MacrosController } from './macros.controller.js';
import { MacrosService } from './macros.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MacroEntity]),
    CategoriesModule,
    PeopleModule,
    TeamsModule,
    TenantsModule,
    TicketsModule,
  ],
  controllers: [MacrosController],
  providers: [MacroPreviewService, MacroReferencesService, MacroRepository, MacrosService],
  exports: [MacrosService],
})
export class MacrosModule {}
