import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';
import { QueryClient } from '@tanstack/react-query';
import { MyTicketsPage } from '../../pages/my-tickets-page';
import { QueuePage } from '../../pages/queue-page';
import { type EarlyAnswer, forgetEarlyAnswers, takeEarlyAnswer } from '../../shared/api/early-answers';
import { endSession, startSession } from '../../shared/api/session-store';
import type { Ahead } from '../../shared/ui/loaded-ahead';
import { firstQuestions } from './first-questions';

const TOKEN = 'token';
const BODY = { items: [], nextCursor: null };

const early = (questions: string[], answer: Partial<EarlyAnswer> = {}) =>
  new Map(questions.map((each) => [each, Promise.resolve({ status: 200, body: BODY, token: TOKEN, ...answer })]));

beforeEach(() => startSession({ accessToken: TOKEN, expiresIn: 900, user: { id: 'ana' } as SessionUserResponse }));

afterEach(() => {
  forgetEarlyAnswers();
  endSession();
});

describe('what a page asks for first', () => {
  const pages: [path: string, page: Ahead][] = [
    ['/queue', QueuePage],
    ['/tickets', MyTicketsPage],
  ];

  it.each(pages)('is what was asked before its code was there: %s', async (path, page) => {
    const answers = early(firstQuestions()[path] as string[]);
    globalThis.batonAnswers = answers;
    const client = new QueryClient();
    await page.askAhead?.(client, '');
    expect(answers.size).toBe(0);
    expect(client.getQueryCache().getAll()).not.toHaveLength(0);
    expect(
      client
        .getQueryCache()
        .getAll()
        .every(({ state }) => state.status === 'success'),
    ).toBe(true);
    client.clear();
  });

  it('is left to the page where its address says more', async () => {
    const client = new QueryClient();
    for (const [, page] of pages) await page.askAhead?.(client, '?view=mine');
    expect(client.getQueryCache().getAll()).toHaveLength(0);
  });

  it('is good once', async () => {
    globalThis.batonAnswers = early(['/api/a']);
    expect(await takeEarlyAnswer('/api/a', TOKEN)).toBe(BODY);
    expect(await takeEarlyAnswer('/api/a', TOKEN)).toBeUndefined();
  });

  it.each([
    ['refused', { status: 403 }],
    ['for somebody else', { token: 'of another' }],
  ])('is asked again when it was %s', async (_, answer) => {
    globalThis.batonAnswers = early(['/api/a'], answer);
    expect(await takeEarlyAnswer('/api/a', TOKEN)).toBeUndefined();
  });
});
