import { InviteUserDto } from '@baton/contracts/users/users.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { OneTimeTokenService } from '../auth/one-time-token.service.js';
import { MailOutbox } from '../notifications/mail-outbox.service.js';
import { TeamMembershipService } from '../teams/team-membership.service.js';
import { NewUserService } from './new-user.service.js';
import { PersonQueries } from './person.queries.js';
import type { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';
import { requireTeamRole } from './user-admin.service.js';

/** Admins bring people in by mail. The account exists at once; its owner's password makes it usable. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly newUsers: NewUserService,
    private readonly teams: TeamMembershipService,
    private readonly tokens: OneTimeTokenService,
    private readonly people: PersonQueries,
    private readonly outbox: MailOutbox,
    private readonly events: EventRecorder,
  ) {}

  /** @returns the new account's id @throws AppError account.email_taken, request.invalid {teamIds}, resource.not_found */
  invite(actor: UserActor, { name, email, role, phone, teamIds = [] }: InviteUserDto): Promise<string> {
    requireTeamRole(role, teamIds);
    return this.transaction.run(actor, async () => {
      const user = await this.newUsers.add(actor, {
        name,
        email,
        phone: phone ?? null,
        passwordHash: null,
        role,
        status: 'approved',
        invitationPending: true,
      });
      if (!user) throw new AppError('account.email_taken');
      await this.teams.setTeamsOf(actor, user.id, teamIds);
      await this.send(actor, user);
      return user.id;
    });
  }

  /** @throws AppError resource.not_found, account.transition_not_allowed when there is nothing left to accept */
  resend(actor: UserActor, userId: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, userId);
      if (!user) throw notFound();
      if (!user.invitationPending || user.status !== 'approved')
        throw new AppError('account.transition_not_allowed', { from: user.status, to: 'invited' });
      await this.send(actor, user);
    });
  }

  /** The mail is written here and not by a listener: its link must not be in the event. */
  private async send(actor: UserActor, user: UserEntity): Promise<void> {
    const data = { role: user.role };
    const event = await this.events.record(actor, { type: 'user.invited', subjectId: user.id, data });
    const { text, expiresAt } = await this.tokens.issue(actor, user.id, 'invitation');
    const inviter = await this.people.contact(actor, actor.userId);
    await this.outbox.queue(actor, event.id, 'invitation', user, {
      invitedBy: inviter?.name ?? '',
      role: user.role,
      url: `${this.outbox.baseUrl}/accept-invitation?token=${text}`,
      expiresAt,
    });
  }
}
