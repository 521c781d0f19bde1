import { Module } from '@nestjs/common';
import { MailController } from './mail.controller.js';
import { MailQueries } from './mail.queries.js';

@Module({ controllers: [MailController], providers: [MailQueries] })
export class MailboxModule {}
