import { draftsEndpoints } from '@baton/contracts/drafts/drafts.endpoints';
import type { DraftResponse } from '@baton/contracts/drafts/drafts.response';
import { isApiError } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { callInParting } from '../../shared/api/call-in-parting';
import { keepPersonal, readPersonal, watchPersonal } from '../../shared/storage/personal-storage';

export type Kind = 'reply' | 'note';

/** How far the server is behind typing. */
const BEHIND_MS = 700;
const TRY_AGAIN_MS = 5000;

interface Kept {
  html: string;
  /** Grows with every change: the higher one has the newer text. */
  revision: number;
  /** The server has this revision. */
  saved: boolean;
}

/** `here`: only this device has it, until the server can be reached. */
export type Keeping = 'nothing' | 'saving' | 'saved' | 'here';

interface DraftState extends Kept {
  keeping: Keeping;
  /** Changes when the text was changed by somebody else than the editor on this page. */
  edition: number;
}

const NOTHING: Kept = { html: '', revision: 0, saved: true };

/** Text that is being written: in this browser with every keystroke, on the server shortly after. Outlives its editor. */
export class Draft {
  private state: DraftState;
  private readonly name: string;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | null = null;
  /** The server has said what it has. */
  private met = false;
  private unreachable = false;
  private readonly beganBlank: boolean;
  private readonly unwatch: () => void;

  constructor(
    private readonly userId: string,
    private readonly ticketId: string,
    private readonly kind: Kind,
  ) {
    this.name = `draft:${ticketId}:${kind}`;
    this.state = { ...this.stored(), keeping: 'nothing', edition: 0 };
    this.beganBlank = this.state.revision === 0;
    this.unwatch = watchPersonal(userId, this.name, () => this.readAgain());
  }

  get = (): DraftState => this.state;

  /** The server does not have this text. */
  isOnlyHere = (): boolean => this.state.html !== '' && !this.state.saved;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Nobody writes it any more. */
  end(): void {
    this.stop();
    this.unwatch();
  }

  write(html: string, revision = Math.max(this.state.revision + 1, Date.now())): void {
    const isHere = this.unreachable || this.state.keeping === 'here';
    this.keep({ html, revision, saved: false }, isHere ? 'here' : 'saving');
    this.schedule(BEHIND_MS);
  }

  /** Puts text before what is there, as when a message is taken back. */
  prepend(html: string): void {
    this.write(html + this.state.html);
    this.set({ edition: this.state.edition + 1 });
  }

  /**
   * What the server has: the newer text stands. What was typed before its first answer goes below it.
   * @param asked how things stood here when it was asked
   */
  meet(server: Pick<DraftResponse, 'body' | 'revision'> | null, asked: Kept): void {
    const first = !this.met;
    this.met = true;
    this.unreachable = false;
    const { html, revision, saved } = this.state;
    // The answer may be older than what has been saved since.
    if (!first && (asked.revision !== revision || asked.saved !== saved)) return;
    if (!server) {
      if (html !== '' && saved) this.replace(NOTHING);
      else if (html !== '') this.schedule(0);
    } else if (first && this.beganBlank && html !== '') {
      this.prepend(server.body);
    } else if (server.revision > revision) {
      this.replace({ html: server.body, revision: server.revision, saved: true });
    } else if (server.revision < revision) {
      this.schedule(0);
    } else if (html !== '') {
      this.keep({ html, revision, saved: true }, 'saved');
    }
  }

  /** The server could not be asked. */
  miss(): void {
    this.unreachable = true;
    if (this.state.html !== '') this.set({ keeping: 'here' });
  }

  /** A message takes the text with it. @returns the revision it uses up */
  use(isHeld: boolean): number | undefined {
    const { revision } = this.state;
    // While a reply is on hold, another device still finds it as a draft.
    if (isHeld) void this.flush();
    this.stop();
    this.keep({ ...this.state, html: '' }, 'nothing');
    return revision || undefined;
  }

  /** The message that used it up has arrived. What another tab has begun since stays. */
  forget(): void {
    if (this.stored().html === '') keepPersonal(this.userId, this.name, null);
  }

  /** Saves what is not saved yet. Resolves once nothing is on its way any more. */
  flush(): Promise<void> {
    return this.timer === undefined ? this.settled() : this.save();
  }

  /** What is not saved by now stays unsaved. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  settled = (): Promise<void> => this.saving ?? Promise.resolve();

  /** Saves it while the page goes. */
  part(): void {
    if (this.timer !== undefined) callInParting(draftsEndpoints.save, this.request(this.state));
  }

  private stored = (): Kept => readPersonal<Kept>(this.userId, this.name) ?? NOTHING;

  private set(fields: Partial<DraftState>): void {
    this.state = { ...this.state, ...fields };
    for (const listener of this.listeners) listener();
  }

  private keep({ html, revision, saved }: Kept, keeping: Keeping): void {
    keepPersonal(this.userId, this.name, revision === 0 ? null : { html, revision, saved });
    this.set({ html, revision, saved, keeping });
  }

  private replace(kept: Kept): void {
    this.keep(kept, kept.html === '' ? 'nothing' : 'saved');
    this.set({ edition: this.state.edition + 1 });
  }

  /** Another tab has written, or the person has signed out. */
  private readAgain(): void {
    const kept = this.stored();
    if (kept.revision !== this.state.revision)
      this.set({ ...kept, keeping: 'nothing', edition: this.state.edition + 1 });
  }

  private schedule(after: number): void {
    // What the server has may have to come first.
    if (this.met) this.timer ??= setTimeout(() => void this.save(), after);
  }

  private request = ({ html, revision }: Kept) => ({
    params: { id: this.ticketId, kind: this.kind },
    body: { body: html, revision },
  });

  private save(): Promise<void> {
    this.stop();
    this.saving ??= this.put(this.state).finally(() => {
      this.saving = null;
      if (!this.state.saved && this.state.keeping !== 'here') this.schedule(0);
    });
    return this.saving;
  }

  private async put(sent: Kept): Promise<void> {
    try {
      const answer = await call(draftsEndpoints.save, this.request(sent));
      // A message has taken the text meanwhile; its arrival is what clears up.
      const isUsed = this.state.revision === sent.revision && this.state.html !== sent.html;
      if (isUsed) return this.keep({ ...this.state, saved: true }, 'nothing');
      // Another device was later; but here is who types now.
      if (answer.revision > sent.revision) return this.write(this.state.html, answer.revision + 1);
      if (this.state.revision === sent.revision)
        this.keep({ ...this.state, saved: true }, this.state.html === '' ? 'nothing' : 'saved');
      this.forget();
    } catch (error) {
      this.set({ keeping: 'here' });
      // A refusal stays one; the text stays here.
      if (!isApiError(error) || error.status === 0 || error.status >= 500) this.schedule(TRY_AGAIN_MS);
    }
  }
}
