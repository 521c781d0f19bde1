import { Module } from '@nestjs/common';
import { SkillRepository } from './skill.repository.js';
import { SkillLevels } from './skill-levels.service.js';
import { SkillsController } from './skills.controller.js';
import { SkillsService } from './skills.service.js';

@Module({
  controllers: [SkillsController],
  providers: [SkillLevels, SkillRepository, SkillsService],
  exports: [SkillLevels, SkillsService],
})
export class SkillsModule {}
