import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateCategoryDto, UpdateCategoryDto } from './categories.dto.js';
import { CategoryListResponse, CategoryResponse } from './categories.response.js';

export const categoriesEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/categories',
    access: 'category.read',
    summary: "The organization's category tree",
    response: CategoryListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/categories',
    access: 'category.manage',
    summary: 'Create a category',
    body: CreateCategoryDto,
    response: CategoryResponse,
    status: 201,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/categories/:id',
    access: 'category.manage',
    summary: 'Rename, move, route or archive a category',
    params: IdParams,
    body: UpdateCategoryDto,
    response: CategoryResponse,
  }),
};
