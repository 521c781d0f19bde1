import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';
import { QueryClient } from '@tanstack/react-query';
import { MyTicketsPage } from '../../pages/my-tickets-page';
import { QueuePage } from '../../pages/queue-page';
import { forgetEarlyAnswers, takeEarlyAnswer } from '../../shared/api/early-answers';
import { endSession, startSession } from '../../shared/api/session-store';
import type { Ahead } from '../../shared/ui/loaded-ahead';
import { firstQuestions } from './first-questions';

const TOKEN = 'token';
const BODY = { items: [], nextCursor: null };

const early = (questions: string[], answer: Promise<unknown> = Promise.resolve(BODY)) => ({
  token: TOKEN,
  askedAt: performance.now(),
  answers: new Map(questions.map((each) => [each, answer])),
});

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
    const given = early(firstQuestions()[path] as string[]);
    globalThis.batonAnswers = given;
    const client = new QueryClient();
    await page.askAhead?.(client, '');
    expect(given.answers.size).toBe(0);
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

  const late = () => performance.now() - 60_000;
  it.each([
    ['refused', () => early(['/api/a'], Promise.resolve(undefined))],
    ['cut off', () => early(['/api/a'], Promise.reject(new TypeError('Failed to fetch')))],
    ['for somebody else', () => ({ ...early(['/api/a']), token: 'of another' })],
    ['long ago', () => ({ ...early(['/api/a']), askedAt: late() })],
  ])('is asked again when it was %s', async (_, given) => {
    globalThis.batonAnswers = given();
    expect(await takeEarlyAnswer('/api/a', TOKEN)).toBeUndefined();
  });
});
