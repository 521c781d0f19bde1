import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { AvailabilityService } from './availability.service.js';

/** Says aloud who is gone. They are given nothing from the moment they are. */
@Injectable()
export class WorkProfilesJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly availability: AvailabilityService,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('see_off', {
      pattern: '* * * * *',
      handle: (tenantId) => this.availability.seeOff(tenantId),
    });
  }
}
