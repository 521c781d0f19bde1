import { fakeServer } from '../../../test/support/fake-server';
import { keepPersonal, readPersonal } from '../../shared/storage/personal-storage';
import { Draft } from './draft';

const NAME = 'draft:ticket:reply';
const newDraft = () => new Draft('me', 'ticket', 'reply');

/** As another tab of the same person does. */
function writeElsewhere(value: object | null, heard = true): void {
  keepPersonal('me', NAME, value);
  if (heard) dispatchEvent(new StorageEvent('storage', { key: `baton:of:me:${NAME}` }));
}

let draft: Draft;

beforeEach(() => {
  localStorage.clear();
  fakeServer(({ body }) => ({ status: 200, body: { kind: 'reply', ...(body as object) } }));
  draft = newDraft();
});

afterEach(() => draft.end());

describe('a draft and another tab', () => {
  it('follows it, also while nobody shows it', () => {
    writeElsewhere({ html: 'Written there', revision: 5, saved: true });
    expect(draft.get().html).toBe('Written there');
  });

  it('leaves what was begun there when its own message arrives', () => {
    draft.meet(null, draft.get());
    draft.write('Sent');
    draft.use(false);
    writeElsewhere({ html: 'The next one', revision: 9, saved: false }, false);
    draft.forget();
    expect(readPersonal('me', NAME)).toMatchObject({ html: 'The next one' });
  });
});

describe('a draft and the server', () => {
  it('loses nothing typed before the first answer, whatever the clock of the other device says', () => {
    draft.write('Typed at once', 10);
    draft.meet({ body: 'Begun elsewhere. ', revision: 99 }, draft.get());
    expect(draft.get().html).toBe('Begun elsewhere. Typed at once');
  });

  it('remembers which text went out while its reply is on hold', async () => {
    draft.meet(null, draft.get());
    draft.write('Hello', 10);
    draft.use(true);
    await draft.settled();
    const next = newDraft();
    next.meet({ body: 'Hello', revision: 10 }, next.get());
    expect(next.get().html).toBe('');
    next.end();
  });

  it('leaves a newer draft of another device alone once its own text is on its way', async () => {
    const seen = fakeServer(() => ({ status: 200, body: { kind: 'reply', body: 'Newer there', revision: 99 } }));
    draft.meet(null, draft.get());
    draft.write('Hello', 10);
    draft.use(true);
    await draft.settled();
    expect(seen.map(({ body }) => body)).toEqual([{ body: 'Hello', revision: 10 }]);
    // Only a higher one would be written over it.
    expect(draft.get()).toMatchObject({ html: '', revision: 10, saved: true });
  });
});
