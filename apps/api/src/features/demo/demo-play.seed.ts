import { Readable } from 'node:stream';
import { LIMITS } from '@baton/contracts/http/limits';
import { systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import { reopenDeadline } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { FileIntake, type StoredFile } from '../../platform/storage/file-intake.js';
import { ConversationService } from '../conversation/conversation.service.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketAssignmentService } from '../tickets/ticket-assignment.service.js';
import { TicketCreationService } from '../tickets/ticket-creation.service.js';
import { TicketEditService } from '../tickets/ticket-edit.service.js';
import { TicketStatusService } from '../tickets/ticket-status.service.js';
import { TicketWatchersService } from '../tickets/ticket-watchers.service.js';
import { type DemoFields, readValues } from './demo-fields.seed.js';
import { drawFile } from './demo-files.seed.js';
import type { DemoStep, DemoStory } from './demo-script.seed.js';
import { addMinutes } from './demo-time.seed.js';

/** What a new organization has: seven days. */
const REOPEN_WINDOW_MINUTES = 7 * 24 * 60;

/** The scripts' words for people, categories and fields, and what they stand for. */
export interface DemoCast {
  people: Map<string, UserActor>;
  categoryIds: Map<string, string>;
  fields: DemoFields;
}

/** Something that happens at a time. */
interface Act {
  at: Date;
  run: () => Promise<void>;
}

type Verb = (actor: UserActor, ticketId: string, step: DemoStep, cast: DemoCast) => Promise<unknown>;

/** Lets the people of a script do what it says, through the same services as everybody, at the times it says. */
@Injectable()
export class DemoPlay {
  private readonly verbs: Record<string, Verb> = {
    says: (actor, id, step) => this.send(actor, id, step, false),
    notes: (actor, id, step) => this.send(actor, id, step, true),
    claims: (actor, id) => this.assignment.claim(actor, id),
    assigns: (actor, id, { text }, cast) => this.assignment.assign(actor, id, { assigneeId: who(cast, text).userId }),
    returns: (actor, id) => this.assignment.assign(actor, id, { assigneeId: null }),
    waits: (actor, id) => this.status.moveTo(actor, id, 'waiting'),
    resolves: (actor, id, { text }) => this.status.moveTo(actor, id, 'resolved', text || undefined),
    closes: (actor, id) => this.status.moveTo(actor, id, 'closed'),
    withdraws: (actor, id, { text }) => this.status.moveTo(actor, id, 'withdrawn', text || undefined),
    reopens: (actor, id, { text }) => this.status.reopen(actor, id, text || undefined),
    watches: (actor, id) => this.watchers.add(actor, id),
    tags: (actor, id, { text }) => this.edits.edit(actor, id, { tags: text.split(' ') }),
    sets: (actor, id, { text }, { fields }) =>
      this.edits.edit(actor, id, { customFields: readValues(text, fields, this.clock.now()) }),
    ranks: (actor, id, { text }) => this.edits.edit(actor, id, { priority: text as Priority }),
  };

  constructor(
    private readonly clock: Clock,
    private readonly intake: FileIntake,
    private readonly creation: TicketCreationService,
    private readonly assignment: TicketAssignmentService,
    private readonly status: TicketStatusService,
    private readonly conversation: ConversationService,
    private readonly access: TicketAccess,
    private readonly watchers: TicketWatchersService,
    private readonly edits: TicketEditService,
  ) {}

  /** Everything in the order of time. What a script has in the future has not happened yet. */
  async play(stories: DemoStory[], cast: DemoCast): Promise<void> {
    const now = this.clock.now();
    const acts = stories.flatMap((story) => this.actsOf(story, cast)).filter(({ at }) => at < now);
    acts.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const act of acts) await this.clock.at(act.at, act.run);
  }

  private actsOf(story: DemoStory, cast: DemoCast): Act[] {
    let ticketId = '';
    const open = async () => {
      ticketId = await this.open(who(cast, story.who), story, cast);
    };
    const follow = async (step: DemoStep) => {
      const verb = this.verbs[step.verb];
      if (!verb) throw new Error(`The demo knows no “${step.verb}”: ${story.subject}`);
      const result = await verb(who(cast, step.who), ticketId, step, cast);
      ticketId = (result as { followUp?: { id: string } }).followUp?.id ?? ticketId;
    };
    const close = () => this.closeWhenOver(who(cast, story.who), ticketId);
    const resolved = story.steps.filter(({ verb }) => verb === 'resolves');
    return [
      { at: story.openedAt, run: open },
      ...story.steps.map((step) => ({ at: step.at, run: () => follow(step) })),
      ...resolved.map(({ at }) => ({ at: addMinutes(at, REOPEN_WINDOW_MINUTES + 1), run: close })),
    ];
  }

  /** As the recurring job would have done at the time. */
  private async closeWhenOver({ tenantId }: UserActor, ticketId: string): Promise<void> {
    const actor = systemActor(tenantId);
    const inHand = await this.access.lock(actor, ticketId);
    const { status, resolvedAt } = inHand.ticket;
    const isOver = resolvedAt && reopenDeadline(resolvedAt, inHand.context.reopenWindowDays) <= this.clock.now();
    if (status === 'resolved' && isOver)
      await this.status.moveInHand(actor, inHand, 'closed', { because: 'reopen_window_over' });
  }

  private async open(author: UserActor, story: DemoStory, cast: DemoCast): Promise<string> {
    const { call, files, for: requester } = story.more;
    const categoryId = cast.categoryIds.get(story.category);
    if (!categoryId) throw new Error(`The demo has no category “${story.category}”: ${story.subject}`);
    const ticket = await this.creation.create(
      author,
      {
        subject: story.subject,
        description: story.description,
        categoryId,
        priority: story.priority,
        callbackNumber: call,
        onBehalfOfId: requester && who(cast, requester).userId,
      },
      await this.draw(author, files?.split(', ') ?? []),
      'web',
    );
    return ticket.id;
  }

  private async send(actor: UserActor, ticketId: string, { text, files }: DemoStep, internal: boolean) {
    return this.conversation.send(actor, ticketId, { body: text, internal }, await this.draw(actor, files));
  }

  private draw({ tenantId }: UserActor, names: string[]): Promise<StoredFile[]> {
    const limits = { maxBytes: LIMITS.fileBytesMax };
    return Promise.all(
      names.map(async (fileName) => {
        const stream = Readable.from([await drawFile(fileName)]);
        return this.intake.receive({ tenantId, fileName, stream, limits }, this.clock.now());
      }),
    );
  }
}

function who({ people }: DemoCast, key: string): UserActor {
  const person = people.get(key);
  if (!person) throw new Error(`The demo knows nobody called ${key}`);
  return person;
}
