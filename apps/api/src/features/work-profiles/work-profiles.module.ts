import { Module } from '@nestjs/common';
import { SkillsModule } from '../skills/skills.module.js';
import { AvailabilityService } from './availability.service.js';
import { DeskPresence } from './desk-presence.service.js';
import { WorkProfileQueries } from './work-profile.queries.js';
import { WorkProfileRepository } from './work-profile.repository.js';
import { WorkProfilesController } from './work-profiles.controller.js';
import { WorkProfilesJobs } from './work-profiles.jobs.js';
import { WorkProfilesService } from './work-profiles.service.js';

@Module({
  imports: [SkillsModule],
  controllers: [WorkProfilesController],
  providers: [
    AvailabilityService,
    DeskPresence,
    WorkProfileQueries,
    WorkProfileRepository,
    WorkProfilesJobs,
    WorkProfilesService,
  ],
  exports: [AvailabilityService, DeskPresence, WorkProfileQueries, WorkProfilesService],
})
export class WorkProfilesModule {}
