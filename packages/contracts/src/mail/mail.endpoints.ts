import { endpoint } from '../http/endpoint.js';
import { PageQuery } from '../http/page.js';
import { IdParams } from '../http/params.js';
import { MailListResponse, MailResponse } from './mail.response.js';

/** The developer mailbox: what would have been sent, while no SMTP server is configured. 404 when one is. */
export const mailEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/mails',
    access: 'mailbox.read',
    summary: "The organization's kept mails, newest first",
    query: PageQuery,
    response: MailListResponse,
  }),
  get: endpoint({
    method: 'GET',
    path: '/mails/:id',
    access: 'mailbox.read',
    summary: 'One kept mail',
    params: IdParams,
    response: MailResponse,
  }),
};
