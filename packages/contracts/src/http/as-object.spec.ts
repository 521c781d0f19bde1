import { SendMessageDto } from '../conversation/conversation.dto.js';
import { InvalidInput, parse } from './validate.js';

const send = (changes: string) => parse(SendMessageDto, { body: 'Done', changes });

it('reads a nested object that came as text', async () => {
  expect((await send('{"status":"resolved","addTags":["vpn"]}')).changes).toEqual({
    status: 'resolved',
    addTags: ['vpn'],
  });
});

it.each([
  ['lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['objects without end', `${'{"status":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a name every object has', '{"constructor":1}'],
  ['another one', '{"__proto__":{"status":"open"}}'],
  ['one further down', '{"addTags":[{"constructor":1}]}'],
  ['a name nobody knows', '{"requesterId":1}'],
  ['a list', '[{"status":"open"}]'],
  ['no JSON', '{'],
])('refuses %s', async (_what, changes) => {
  await expect(send(changes)).rejects.toThrow(InvalidInput);
});
