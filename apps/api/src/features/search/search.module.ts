import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchListeners } from './search.listeners.js';
import { SearchService } from './search.service.js';
import { SearchHitsQueries } from './search-hits.queries.js';
import { SearchPlanQueries } from './search-plan.queries.js';
import { SearchWindowQueries } from './search-window.queries.js';
import { SearchWordsRepository } from './search-words.repository.js';

@Module({
  controllers: [SearchController],
  providers: [
    SearchHitsQueries,
    SearchListeners,
    SearchPlanQueries,
    SearchService,
    SearchWindowQueries,
    SearchWordsRepository,
  ],
  exports: [SearchPlanQueries],
})
export class SearchModule {}
