import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TicketReadsService } from '../conversation/ticket-reads.service.js';
import { MacrosService } from '../macros/macros.service.js';
import { PastNotificationsService } from '../notifications/past-notifications.service.js';
import { DEMO_MACROS } from './demo-macros.seed.js';
import type { DemoCast } from './demo-play.seed.js';
import { addMinutes } from './demo-time.seed.js';

/** Before that everything was read; since then the bell has rung. */
const AWAY_MINUTES = 4 * 60;
const RINGING_MINUTES = 24 * 60;

/** What the people of a demo find on their desks. */
@Injectable()
export class DemoDesk {
  constructor(
    private readonly clock: Clock,
    private readonly macros: MacrosService,
    private readonly reads: TicketReadsService,
    private readonly bell: PastNotificationsService,
  ) {}

  async keepMacros(slug: string, people: DemoCast['people']): Promise<void> {
    for (const { by, ...macro } of DEMO_MACROS[slug] ?? []) await this.macros.create(people.get(by)!, macro);
  }

  /** Everybody has read what happened until some hours ago, and been told of the last day. */
  async settle(people: DemoCast['people']): Promise<void> {
    const now = this.clock.now();
    for (const actor of people.values()) await this.reads.readUntil(actor, addMinutes(now, -AWAY_MINUTES));
    const [actor] = people.values();
    if (actor) await this.bell.ringSince(actor, addMinutes(now, -RINGING_MINUTES));
  }
}
