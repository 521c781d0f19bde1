import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import type { CategoryListResponse, CategoryResponse } from '@baton/contracts/categories/categories.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { CategoriesService } from './categories.service.js';
import { CategoryQueries } from './category.queries.js';

@Controller()
export class CategoriesController {
  constructor(
    private readonly queries: CategoryQueries,
    private readonly categories: CategoriesService,
  ) {}

  @Route(categoriesEndpoints.list)
  async list({ actor }: Call<typeof categoriesEndpoints.list>): Promise<CategoryListResponse> {
    const items = await this.queries.list(actor);
    // How work is handed out is the desk's own business.
    return { items: actor.permissions.has('work.readAll') ? items : items.map((item) => ({ ...item, skills: [] })) };
  }

  @Route(categoriesEndpoints.create)
  create({ actor, body }: Call<typeof categoriesEndpoints.create>): Promise<CategoryResponse> {
    return this.categories.create(actor, body);
  }

  @Route(categoriesEndpoints.update)
  update({ actor, params, body }: Call<typeof categoriesEndpoints.update>): Promise<CategoryResponse> {
    return this.categories.update(actor, params.id, body);
  }
}
