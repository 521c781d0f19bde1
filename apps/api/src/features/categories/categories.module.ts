import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SkillsModule } from '../skills/skills.module.js';
import { TeamsModule } from '../teams/teams.module.js';
import { CategoriesController } from './categories.controller.js';
import { CategoriesService } from './categories.service.js';
import { CategoryEntity } from './category.entity.js';
import { CategoryQueries } from './category.queries.js';
import { CategoryRepository } from './category.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([CategoryEntity]), SkillsModule, TeamsModule],
  controllers: [CategoriesController],
  providers: [CategoriesService, CategoryQueries, CategoryRepository],
  exports: [CategoriesService, CategoryQueries],
})
export class CategoriesModule {}
