import { missedReplies } from './conflict.js';

const reply = (seq: number, authorId: string, authorIsCoordinator = true) => ({ seq, authorId, authorIsCoordinator });

it('counts only public replies of other coordinators after what the sender last saw', () => {
  const replies = [reply(2, 'colleague'), reply(3, 'me'), reply(4, 'asker', false), reply(5, 'colleague')];
  expect(missedReplies(replies, 0, 'me').map(({ seq }) => seq)).toEqual([2, 5]);
  expect(missedReplies(replies, 2, 'me').map(({ seq }) => seq)).toEqual([5]);
  expect(missedReplies(replies, 5, 'me')).toEqual([]);
});
