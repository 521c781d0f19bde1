import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailEntity } from './mail.entity.js';
import { MailOutbox } from './mail-outbox.service.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsListeners } from './notifications.listeners.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { PastNotificationsService } from './past-notifications.service.js';
import { SendMailJobs } from './send-mail.jobs.js';
import { TicketRecipientsQueries } from './ticket-recipients.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([MailEntity])],
  controllers: [NotificationsController],
  providers: [
    MailOutbox,
    NotificationRepository,
    NotificationsJobs,
    NotificationsListeners,
    NotificationsQueries,
    NotificationsService,
    PastNotificationsService,
    SendMailJobs,
    TicketRecipientsQueries,
  ],
  exports: [MailOutbox, NotificationsService, PastNotificationsService],
})
export class NotificationsModule {}
