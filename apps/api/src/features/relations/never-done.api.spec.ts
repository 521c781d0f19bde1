import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { randomly } from '../../../test/support/random-history.js';
import { type Desk, openDesks, picture, requesterOf, say } from '../../../test/support/twin-desks.js';
import { startWorld, type World } from '../../../test/support/world.js';

const RUNS = Number(process.env.NEVER_DONE_RUNS ?? 3);
const STEPS = Number(process.env.NEVER_DONE_STEPS ?? 28);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** How an undo went: over, impossible for now, or impossible for good. */
type Outcome = 'undone' | 'later' | 'never';
type Undo = () => Promise<Outcome>;

/** One run: what is done to the first desk, and how each of it is taken back. */
class Story {
  private readonly random = randomly(this.seed);
  private readonly undos: Undo[] = [];
  /** Replies on the first desk, by the index of the ticket they were written to. */
  private readonly replies: { id: string; index: number }[] = [];
  private said = 0;
  /** Tickets that exist on the first desk alone. */
  private readonly splitOff: string[] = [];

  constructor(
    private readonly seed: number,
    private readonly done: Desk,
    private readonly never: Desk,
  ) {}

  async play(): Promise<void> {
    const steps = [
      this.merge,
      this.merge,
      this.link,
      this.split,
      this.edit,
      this.edit,
      this.talk,
      this.talk,
      this.talk,
    ];
    await this.talk();
    for (let step = 0; step < STEPS; step++) {
      await this.random.oneOf(steps).call(this);
      if (this.random.below(8) === 0) await this.undoOne();
    }
    for (let tries = 0; this.undos.length > 0; tries++) {
      if (tries > 2000) throw new Error('Some of it cannot be undone');
      await this.undoOne();
      if (this.random.below(4) === 0) await this.talk();
    }
  }

  private get admin() {
    return this.done.home.admin.client;
  }

  private ticket(): string {
    return this.random.oneOf([...this.done.ticketIds, ...this.splitOff]);
  }

  private async undoOne(): Promise<void> {
    const [undo] = this.undos.splice(this.random.below(Math.max(1, this.undos.length)), 1);
    if (undo && (await undo()) === 'later') this.undos.push(undo);
  }

  /** The same words on both desks. */
  private async talk(): Promise<void> {
    const index = this.random.below(this.done.ticketIds.length);
    const by = this.random.oneOf(['admin', 'insider', requesterOf(index), requesterOf(index)] as const);
    const mayNote = by === 'admin' || by === 'insider';
    this.said += 1;
    const words = {
      by,
      index,
      text: `message ${this.said}`,
      internal: mayNote && this.random.below(3) === 0,
      withFile: this.random.below(6) === 0,
    };
    const id = await say(this.done, words);
    if (!words.internal) this.replies.push({ id, index });
    await say(this.never, words);
  }

  private async merge(): Promise<void> {
    const params = { id: this.ticket() };
    const answer = await this.admin.call(relationsEndpoints.merge, { params, body: { intoId: this.ticket() } });
    if (answer.status !== 200) return;
    this.undos.push(async () => {
      expect((await this.admin.call(relationsEndpoints.unmerge, { params })).status).toBe(200);
      return 'undone';
    });
  }

  private async link(): Promise<void> {
    const [id, ticketId] = [this.ticket(), this.ticket()];
    const kind = this.random.oneOf(['related', 'parent', 'child'] as const);
    const answer = await this.admin.call(relationsEndpoints.link, { params: { id }, body: { ticketId, kind } });
    if (answer.status !== 200) return;
    this.undos.push(async () => {
      const gone = await this.admin.call(relationsEndpoints.unlink, { params: { id, otherId: ticketId } });
      expect(gone.status).toBe(200);
      return 'undone';
    });
  }

  private async split(): Promise<void> {
    if (this.replies.length === 0) return;
    const { id: messageId, index } = this.random.oneOf(this.replies);
    const params = { id: this.done.ticketIds[index] as string };
    const body = { messageId, subject: 'Split off' };
    const answer = await this.admin.call(relationsEndpoints.split, { params, body });
    // It may live elsewhere just now.
    if (answer.status !== 201) return;
    const { id } = answer.body;
    this.splitOff.push(id);
    this.undos.push(async () => {
      const { status, error } = await this.admin.call(relationsEndpoints.unsplit, { params: { id } });
      if (status === 200) return 'undone';
      expect(error.code).toBe('ticket.split_touched');
      // Closed by a merge, or merged into: that goes away. What others wrote there does not.
      return error.details.by ? 'never' : 'later';
    });
  }

  private async edit(): Promise<void> {
    const { home } = this.done;
    const ids = [...new Set([this.ticket(), this.ticket(), this.ticket()])];
    const changes = this.random.oneOf<object>([
      { priority: this.random.oneOf(['low', 'high', 'urgent']) },
      { status: this.random.oneOf(['open', 'in_progress']) },
      { assigneeId: this.random.oneOf([home.admin.id, home.insider.id, null]) },
      { teamId: this.random.oneOf([home.teamId, home.restrictedTeamId, null]) },
      { categoryId: home.categoryId, addTags: ['a', 'b'] },
      { addTags: ['b', 'c'], removeTags: ['a'] },
      { status: 'in_progress', priority: 'high', removeTags: ['b'] },
    ]);
    const body = { selection: { ids }, changes };
    const { body: edit } = await this.admin.call(bulkEditsEndpoints.start, { body });
    await world.jobsDone();
    this.undos.push(async () => {
      const params = { id: edit.id };
      expect((await this.admin.call(bulkEditsEndpoints.undo, { params })).status).toBe(202);
      await world.jobsDone();
      const { body: after } = await this.admin.call(bulkEditsEndpoints.get, { params });
      expect(after.state).toBe('undone');
      // Taking a split back withdraws its ticket: to the edit, a change since.
      expect(after.problems.filter(({ ticketId }) => !this.splitOff.includes(ticketId))).toEqual([]);
      return 'undone';
    });
  }
}

it.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
  'merges, links, splits and bulk edits leave nothing once undone in any order, run %i',
  async (seed) => {
    const [done, never] = await openDesks(world);
    await new Story(seed, done, never).play();
    const [mine, theirs] = [await picture(done), await picture(never)];
    expect(mine).toEqual(theirs);
    expect(JSON.stringify(mine)).not.toContain('"isGapFree":false');
    const strays = await world.sql(
      `SELECT a.id FROM attachments a JOIN messages m ON m.tenant_id = a.tenant_id AND m.id = a.message_id
       WHERE a.ticket_id <> m.ticket_id`,
    );
    expect(strays).toEqual([]);
  },
  300_000,
);
