import { endpoint } from '../http/endpoint.js';
import { LIMITS } from '../http/limits.js';
import { IdParams, TicketParams } from '../http/params.js';
import { AddAttachmentsDto, DownloadQuery } from './files.dto.js';
import { AttachmentListResponse } from './files.response.js';

export const filesEndpoints = {
  upload: endpoint({
    method: 'POST',
    path: '/attachments',
    access: 'ticket.create',
    summary: 'Upload files ahead of the ticket or message that will carry them; unused ones go after a day',
    files: LIMITS.filesPerMessage,
    response: AttachmentListResponse,
    status: 201,
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/attachments/:id',
    access: 'ticket.create',
    summary: 'Remove a file of mine that no message carries yet',
    params: IdParams,
  }),
  add: endpoint({
    method: 'POST',
    path: '/tickets/:id/attachments',
    access: 'ticket.reply',
    summary: 'Add files to a ticket as a message of their own',
    params: TicketParams,
    body: AddAttachmentsDto,
    files: LIMITS.filesPerMessage,
    response: AttachmentListResponse,
    status: 201,
  }),
  download: endpoint({
    method: 'GET',
    path: '/attachments/:id/download',
    access: 'ticket.read',
    summary: 'The bytes of a file, for those who may read its message',
    params: IdParams,
    query: DownloadQuery,
    binary: true,
  }),
};
