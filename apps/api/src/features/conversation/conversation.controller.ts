import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type {
  MessageListResponse,
  MessageResponse,
  MessageVersionsResponse,
  TicketReadResponse,
  TimelineResponse,
} from '@baton/contracts/conversation/conversation.response';
import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import type { AttachmentListResponse } from '@baton/contracts/files/files.response';
import { Controller, type StreamableFile } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { sendFile } from '../../platform/http/send-file.js';
import { AttachmentDownloadService } from './attachment-download.service.js';
import { ConversationService } from './conversation.service.js';
import { MessageEditingService } from './message-editing.service.js';
import { TicketReadsService } from './ticket-reads.service.js';
import { TimelineQueries } from './timeline.queries.js';

@Controller()
export class ConversationController {
  constructor(
    private readonly conversation: ConversationService,
    private readonly timelines: TimelineQueries,
    private readonly editing: MessageEditingService,
    private readonly reads: TicketReadsService,
    private readonly downloads: AttachmentDownloadService,
  ) {}

  @Route(endpoints.list)
  list({ actor, params, query }: Call<typeof endpoints.list>): Promise<MessageListResponse> {
    return this.timelines.messages(actor, params.id, query);
  }

  @Route(endpoints.send)
  send({ actor, params, body, files }: Call<typeof endpoints.send>): Promise<MessageResponse> {
    return this.conversation.send(actor, params.id, body, files);
  }

  @Route(endpoints.timeline)
  timeline({ actor, params, query }: Call<typeof endpoints.timeline>): Promise<TimelineResponse> {
    return this.timelines.timeline(actor, params.id, query);
  }

  @Route(endpoints.edit)
  edit({ actor, params, body }: Call<typeof endpoints.edit>): Promise<MessageResponse> {
    return this.editing.edit(actor, params.id, params.messageId, body.body);
  }

  @Route(endpoints.redact)
  redact({ actor, params, body }: Call<typeof endpoints.redact>): Promise<MessageResponse> {
    return this.editing.redact(actor, params.id, params.messageId, body.reason);
  }

  @Route(endpoints.versions)
  versions({ actor, params }: Call<typeof endpoints.versions>): Promise<MessageVersionsResponse> {
    return this.editing.versions(actor, params.id, params.messageId);
  }

  @Route(endpoints.read)
  read({ actor, params, body }: Call<typeof endpoints.read>): Promise<TicketReadResponse> {
    return this.reads.read(actor, params.id, body.seq);
  }

  @Route(filesEndpoints.add)
  async addFiles({ actor, params, body, files }: Call<typeof filesEndpoints.add>): Promise<AttachmentListResponse> {
    const { attachments } = await this.conversation.send(actor, params.id, { internal: body.internal }, files);
    return { items: attachments };
  }

  @Route(filesEndpoints.download)
  async download({ actor, params, query, reply }: Call<typeof filesEndpoints.download>): Promise<StreamableFile> {
    return sendFile(reply, await this.downloads.open(actor, params.id, query.thumbnail ?? false));
  }
}
