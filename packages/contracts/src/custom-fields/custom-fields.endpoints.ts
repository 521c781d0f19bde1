import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateCustomFieldDto, UpdateCustomFieldDto } from './custom-fields.dto.js';
import { CustomFieldListResponse, CustomFieldResponse } from './custom-fields.response.js';

export const customFieldsEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/custom-fields',
    access: 'customField.read',
    summary: "The organization's own fields of tickets",
    response: CustomFieldListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/custom-fields',
    access: 'customField.manage',
    summary: 'Create a field',
    body: CreateCustomFieldDto,
    response: CustomFieldResponse,
    status: 201,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/custom-fields/:id',
    access: 'customField.manage',
    summary: 'Rename, reorder or archive a field, or change its options',
    params: IdParams,
    body: UpdateCustomFieldDto,
    response: CustomFieldResponse,
  }),
};
