import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../users/people.module.js';
import { TeamEntity } from './team.entity.js';
import { TeamQueries } from './team.queries.js';
import { TeamRepository } from './team.repository.js';
import { TeamMembershipService } from './team-membership.service.js';
import { TeamsController } from './teams.controller.js';
import { TeamsRealtime } from './teams.realtime.js';
import { TeamsService } from './teams.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TeamEntity]), PeopleModule],
  controllers: [TeamsController],
  providers: [TeamQueries, TeamRepository, TeamMembershipService, TeamsRealtime, TeamsService],
  exports: [TeamQueries, TeamMembershipService, TeamsService],
})
export class TeamsModule {}
