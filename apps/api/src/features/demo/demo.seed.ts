import { type Actor, systemActor, type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { CategoriesService } from '../categories/categories.service.js';
import { TeamsService } from '../teams/teams.service.js';
import { CredentialService } from '../users/credential.service.js';
import { NewUserService } from '../users/new-user.service.js';
import { RegistrationDecisionService } from '../users/registration-decision.service.js';
import { UserProfileService } from '../users/user-profile.service.js';
import { DemoDesk } from './demo-desk.seed.js';
import { DemoArrangement } from './demo-fields.seed.js';
import type { DemoOrganization } from './demo-organizations.seed.js';
import type { DemoApplicant, DemoPerson } from './demo-people.seed.js';
import { type DemoCast, DemoPlay } from './demo-play.seed.js';
import { DemoPromises } from './demo-promises.seed.js';
import { readScript } from './demo-script.seed.js';
import { addMinutes, workdaysBefore } from './demo-time.seed.js';
import { DemoWorkdays } from './demo-work.seed.js';

/** Working days before now on which the organization was set up, and people joined. */
const FOUNDED = 30;

/** Fills one new organization with people, teams, categories and three weeks of tickets. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly clock: Clock,
    private readonly transaction: TenantTransaction,
    private readonly events: EventRecorder,
    private readonly newUsers: NewUserService,
    private readonly decisions: RegistrationDecisionService,
    private readonly profiles: UserProfileService,
    private readonly credentials: CredentialService,
    private readonly teams: TeamsService,
    private readonly categories: CategoriesService,
    private readonly demoPlay: DemoPlay,
    private readonly desk: DemoDesk,
    private readonly arrangement: DemoArrangement,
    private readonly promises: DemoPromises,
    private readonly workdays: DemoWorkdays,
  ) {}

  /** When an organization of the demo began. */
  foundedAt(): Date {
    return workdaysBefore(this.clock.now(), FOUNDED, 9, 0);
  }

  /** All of it or nothing. @param adminId the account of the first person, which exists already */
  fill(tenantId: TenantId, adminId: string, passwordHash: string, demo: DemoOrganization): Promise<void> {
    const [first, ...others] = demo.people as [DemoPerson, ...DemoPerson[]];
    const admin = userActor({ id: adminId, tenantId, role: first.role }, newId());
    const people = new Map([[first.key, admin]]);
    const now = this.clock.now();
    return this.transaction.runUnseen(admin, async () => {
      const { categoryIds, fields } = await this.clock.at(this.foundedAt(), async () => {
        for (const person of others) people.set(person.key, await this.welcome(admin, person, passwordHash));
        const categoryIds = await this.arrange(admin, demo, people);
        const fields = await this.arrangement.addFields(admin, demo.slug);
        await this.arrangement.saveViews(demo.slug, people, fields);
        await this.desk.keepMacros(demo.slug, people);
        await this.promises.promise(admin);
        await this.workdays.arrange(admin, demo.slug, people, categoryIds);
        return { categoryIds, fields };
      });
      const stories = demo.scripts.flatMap((name) => readScript(name, now));
      await this.demoPlay.play(stories, { people, categoryIds, fields });
      await this.desk.settle(people);
      await this.workdays.settle(admin, demo.slug, people);
      await this.promises.settle(admin);
      await this.finish(admin, demo, people, passwordHash);
    });
  }

  private async welcome(admin: UserActor, person: DemoPerson, passwordHash: string): Promise<UserActor> {
    const id = await this.register(admin, person, passwordHash);
    await this.decisions.approve(admin, [id]);
    return userActor({ id, tenantId: admin.tenantId, role: person.role }, newId());
  }

  private async register(admin: Actor, { name, email, phone, role }: DemoPerson, passwordHash: string) {
    const scope = systemActor(admin.tenantId);
    const user = await this.newUsers.add(scope, { name, email, phone, role, passwordHash, status: 'pending' });
    if (!user) throw new Error(`The demo has two people with the address ${email}`);
    await this.events.record(scope, { type: 'user.registered', subjectId: user.id });
    return user.id;
  }

  private async arrange(admin: UserActor, demo: DemoOrganization, people: DemoCast['people']) {
    // Whoever tries the demo reads its times in the zone it was made for.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    for (const actor of people.values()) await this.profiles.update(actor, { timeZone });
    const teamIds = new Map<string, string>();
    for (const { name, restricted, mode, members } of demo.teams) {
      const memberIds = members.map((key) => people.get(key)!.userId);
      teamIds.set(name, (await this.teams.create(admin, { name, restricted, mode, memberIds })).id);
    }
    const categoryIds = new Map<string, string>();
    for (const { key, name, parent, team } of demo.categories) {
      const parentId = parent ? categoryIds.get(parent) : null;
      categoryIds.set(key, (await this.categories.create(admin, { name, parentId, teamId: teamIds.get(team) })).id);
    }
    return categoryIds;
  }

  /** The last hours: who asked for an account, and who was here. */
  private async finish(admin: UserActor, demo: DemoOrganization, people: DemoCast['people'], passwordHash: string) {
    for (const applicant of demo.applicants) await this.apply(admin, applicant, passwordHash);
    let minutesAgo = 17;
    for (const actor of people.values()) {
      const seenAt = addMinutes(this.clock.now(), -minutesAgo);
      await this.clock.at(seenAt, () => this.credentials.noteSignIn(actor, actor.userId, passwordHash));
      minutesAgo += 53;
    }
  }

  private apply(admin: UserActor, applicant: DemoApplicant, passwordHash: string): Promise<void> {
    const { minutesAgo, rejectedBecause } = applicant;
    const appliedAt = addMinutes(this.clock.now(), -minutesAgo);
    return this.clock.at(appliedAt, async () => {
      const id = await this.register(admin, applicant, passwordHash);
      if (rejectedBecause) await this.decisions.reject(admin, id, rejectedBecause);
    });
  }
}
