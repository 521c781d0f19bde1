import { ownTurn } from './turns';

const nextTask = () => new Promise((done) => setTimeout(done));

describe('turns', () => {
  it('lets the first begin in the same task, and each other in one of its own', async () => {
    const begun: string[] = [];
    for (const name of ['first', 'second', 'third']) void ownTurn().then(() => begun.push(name));
    await Promise.resolve();
    expect(begun).toEqual(['first']);
    await nextTask();
    expect(begun).toEqual(['first', 'second']);
    await nextTask();
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('has no row left once all have gone', async () => {
    const begun: string[] = [];
    await ownTurn();
    await nextTask();
    void ownTurn().then(() => begun.push('later'));
    await Promise.resolve();
    expect(begun).toEqual(['later']);
  });
});
