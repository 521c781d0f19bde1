import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentEntity } from './attachment.entity.js';
import { AttachmentQueries } from './attachment.queries.js';
import { AttachmentRepository } from './attachment.repository.js';
import { FilesController } from './files.controller.js';
import { FilesJobs } from './files.jobs.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttachmentEntity])],
  controllers: [FilesController],
  providers: [AttachmentQueries, AttachmentRepository, FilesJobs, UploadsService],
  exports: [AttachmentQueries, UploadsService],
})
export class FilesModule {}
