import { filesEndpoints as endpoints } from '@baton/contracts/files/files.endpoints';
import type { AttachmentListResponse } from '@baton/contracts/files/files.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { UploadsService } from './uploads.service.js';

@Controller()
export class FilesController {
  constructor(private readonly uploads: UploadsService) {}

  @Route(endpoints.upload)
  upload({ actor, files }: Call<typeof endpoints.upload>): Promise<AttachmentListResponse> {
    return this.uploads.upload(actor, files);
  }

  @Route(endpoints.discard)
  discard({ actor, params }: Call<typeof endpoints.discard>): Promise<void> {
    return this.uploads.discard(actor, params.id);
  }
}
