import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailEntity } from './mail.entity.js';
import { MailOutbox } from './mail-outbox.service.js';
import { NotificationsListeners } from './notifications.listeners.js';
import { SendMailJobs } from './send-mail.jobs.js';
import { TicketRecipientsQueries } from './ticket-recipients.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([MailEntity])],
  providers: [MailOutbox, NotificationsListeners, SendMailJobs, TicketRecipientsQueries],
  exports: [MailOutbox],
})
export class NotificationsModule {}
