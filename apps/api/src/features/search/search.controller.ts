import { searchEndpoints } from '@baton/contracts/search/search.endpoints';
import type { SearchResponse } from '@baton/contracts/search/search.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Route(searchEndpoints.search)
  search({ actor, query }: Call<typeof searchEndpoints.search>): Promise<SearchResponse> {
    return this.searches.search(actor, query);
  }
}
