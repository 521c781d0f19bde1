import type { Availability } from '@baton/domain/assignment/facts';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { HandlingTimesService } from '../assignment/handling-times.service.js';
import { CategoriesService } from '../categories/categories.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { AvailabilityService } from '../work-profiles/availability.service.js';
import { WorkProfilesService } from '../work-profiles/work-profiles.service.js';
import type { DemoCast } from './demo-play.seed.js';

/** `Certificates 5, Mail 3`: skills and levels. */
type Levels = string;

interface DemoWorker {
  capacity: number;
  skills: Levels;
  /** From and to, on working days. */
  hours?: [string, string];
  /** Chosen by hand. Whoever has not chosen is there when somebody signs in as them. */
  availability?: Availability;
}

interface DemoWork {
  /** By key of the category. */
  needs: Record<string, Levels>;
  /** By key of the person. */
  people: Record<string, DemoWorker>;
}

const DEMO_WORK: Record<string, DemoWork> = {
  acme: {
    needs: {
      mail: 'Mail and calendar 2',
      finance: 'Finance systems 2',
      'payroll-system': 'Certificates 3',
      heating: 'Heating and air 2',
      badges: 'Keys and badges 1',
    },
    people: {
      mateo: { capacity: 6, skills: 'Network 5, Mail and calendar 3, Finance systems 2, Certificates 2' },
      dana: {
        capacity: 6,
        skills: 'Certificates 5, Finance systems 4, Mail and calendar 3',
        availability: 'online',
      },
      tomasz: {
        capacity: 8,
        skills: 'Certificates 4, Finance systems 3, Mail and calendar 4, Heating and air 2, Keys and badges 3',
        availability: 'online',
      },
      karim: {
        capacity: 5,
        skills: 'Heating and air 5, Keys and badges 4',
        hours: ['07:00', '19:00'],
        availability: 'online',
      },
      jana: { capacity: 6, skills: 'Network 4, Mail and calendar 2', availability: 'online' },
      priya: { capacity: 5, skills: 'Finance systems 4', hours: ['08:00', '18:00'] },
      lucas: { capacity: 4, skills: 'Finance systems 2', availability: 'away' },
    },
  },
  globex: {
    needs: { software: 'Software 2' },
    people: {
      jonas: { capacity: 6, skills: 'Software 4' },
      aroha: { capacity: 6, skills: 'Software 3, Machines 5', availability: 'online' },
    },
  },
};

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

const readLevels = (levels: Levels) =>
  levels.split(', ').map((each) => {
    const [, name = '', level = ''] = /^(.*) (\d)$/.exec(each) ?? [];
    return { name, level: Number(level) };
  });

/** Who can do what, how much at once, when, and who is there. */
@Injectable()
export class DemoWorkdays {
  constructor(
    private readonly skills: SkillsService,
    private readonly categories: CategoriesService,
    private readonly profiles: WorkProfilesService,
    private readonly availability: AvailabilityService,
    private readonly times: HandlingTimesService,
  ) {}

  /** As it was from the beginning. */
  async arrange(admin: UserActor, slug: string, people: DemoCast['people'], categoryIds: DemoCast['categoryIds']) {
    const work = DEMO_WORK[slug];
    if (!work) return;
    const named = await this.addSkills(admin, work);
    const levelsOf = (levels: Levels) =>
      readLevels(levels).map(({ name, level }) => ({ skillId: named.get(name) as string, level }));
    for (const [key, levels] of Object.entries(work.needs))
      await this.categories.update(admin, categoryIds.get(key) as string, {
        skills: levelsOf(levels).map(({ skillId, level }) => ({ skillId, minLevel: level })),
      });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    for (const [key, { capacity, skills, hours }] of Object.entries(work.people)) {
      const windows = hours && Object.fromEntries(WORKDAYS.map((day) => [day, [hours]]));
      const wanted = { capacity, skills: levelsOf(skills), hours: windows ? { timeZone, windows } : null };
      await this.profiles.update(admin, people.get(key)!.userId, wanted);
    }
  }

  /** As it is now: who is there, and what resolved tickets have taught. */
  async settle(admin: UserActor, slug: string, people: DemoCast['people']): Promise<void> {
    for (const [key, { availability }] of Object.entries(DEMO_WORK[slug]?.people ?? {}))
      if (availability) await this.availability.choose(people.get(key)!, availability);
    await this.times.learnAll(admin);
  }

  private async addSkills(admin: UserActor, { people }: DemoWork): Promise<Map<string, string>> {
    const names = new Set(Object.values(people).flatMap(({ skills }) => readLevels(skills).map(({ name }) => name)));
    const named = new Map<string, string>();
    for (const name of names) named.set(name, (await this.skills.create(admin, { name })).id);
    return named;
  }
}
