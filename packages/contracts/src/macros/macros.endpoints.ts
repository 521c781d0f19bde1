import { endpoint } from '../http/endpoint.js';
import { IdParams } from '../http/params.js';
import { CreateMacroDto, MacroPreviewParams, UpdateMacroDto } from './macros.dto.js';
import { MacroListResponse, MacroPreviewResponse, MacroResponse } from './macros.response.js';

export const macrosEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/macros',
    access: 'macro.use',
    summary: "My own macros, my teams' and everyone's",
    response: MacroListResponse,
  }),
  create: endpoint({
    method: 'POST',
    path: '/macros',
    access: 'macro.use',
    summary: 'Keep a text and what it does; for everyone only by admins',
    body: CreateMacroDto,
    response: MacroResponse,
    status: 201,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/macros/:id',
    access: 'macro.use',
    summary: 'Change a macro',
    params: IdParams,
    body: UpdateMacroDto,
    response: MacroResponse,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/macros/:id',
    access: 'macro.use',
    summary: 'Delete a macro',
    params: IdParams,
  }),
  preview: endpoint({
    method: 'GET',
    path: '/tickets/:id/macros/:macroId/preview',
    access: 'macro.use',
    summary: 'A macro with its variables filled in for a ticket',
    params: MacroPreviewParams,
    response: MacroPreviewResponse,
  }),
};
