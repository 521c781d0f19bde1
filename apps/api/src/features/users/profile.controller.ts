import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';
import { usersEndpoints as endpoints } from '@baton/contracts/users/users.endpoints';
import { Controller, type StreamableFile } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { sendFile } from '../../platform/http/send-file.js';
import { AvatarService } from './avatar.service.js';
import { SessionUserQueries } from './session-user.queries.js';
import { UserProfileService } from './user-profile.service.js';

/** Long enough to be worth it; a new picture has a new link. */
const AVATAR_CACHE = 'private, max-age=86400';

@Controller()
export class ProfileController {
  constructor(
    private readonly profile: UserProfileService,
    private readonly avatars: AvatarService,
    private readonly me: SessionUserQueries,
  ) {}

  @Route(endpoints.updateMe)
  async updateMe({ actor, body }: Call<typeof endpoints.updateMe>): Promise<SessionUserResponse> {
    await this.profile.update(actor, body);
    return this.me.get(actor);
  }

  @Route(endpoints.setAvatar)
  async setAvatar({ actor, files }: Call<typeof endpoints.setAvatar>): Promise<SessionUserResponse> {
    await this.avatars.set(actor, files[0]);
    return this.me.get(actor);
  }

  @Route(endpoints.removeAvatar)
  async removeAvatar({ actor }: Call<typeof endpoints.removeAvatar>): Promise<SessionUserResponse> {
    await this.avatars.remove(actor);
    return this.me.get(actor);
  }

  @Route(endpoints.avatar)
  async avatar({ actor, params, reply }: Call<typeof endpoints.avatar>): Promise<StreamableFile> {
    const content = await this.avatars.open(actor, params.id);
    const picture = sendFile(reply, { name: 'avatar.webp', mediaType: 'image/webp', content });
    reply.header('cache-control', AVATAR_CACHE);
    return picture;
  }
}
