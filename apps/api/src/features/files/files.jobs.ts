import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { UploadsService } from './uploads.service.js';

@Injectable()
export class FilesJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('sweep_unused_files', {
      pattern: '17 * * * *',
      handle: async (tenantId) => {
        while ((await this.uploads.sweep(tenantId)) > 0);
      },
    });
  }
}
