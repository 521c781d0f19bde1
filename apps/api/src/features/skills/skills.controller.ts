import { skillsEndpoints as endpoints } from '@baton/contracts/skills/skills.endpoints';
import type { SkillListResponse, SkillResponse } from '@baton/contracts/skills/skills.response';
import { Controller } from '@nestjs/common';
import type { Call } from '../../platform/http/call.js';
import { Route } from '../../platform/http/route.decorator.js';
import { SkillsService } from './skills.service.js';

@Controller()
export class SkillsController {
  constructor(private readonly skills: SkillsService) {}

  @Route(endpoints.list)
  list({ actor }: Call<typeof endpoints.list>): Promise<SkillListResponse> {
    return this.skills.list(actor);
  }

  @Route(endpoints.create)
  create({ actor, body }: Call<typeof endpoints.create>): Promise<SkillResponse> {
    return this.skills.create(actor, body);
  }

  @Route(endpoints.update)
  update({ actor, params, body }: Call<typeof endpoints.update>): Promise<SkillResponse> {
    return this.skills.update(actor, params.id, body);
  }

  @Route(endpoints.remove)
  remove({ actor, params }: Call<typeof endpoints.remove>): Promise<void> {
    return this.skills.remove(actor, params.id);
  }
}
