import { CreateViewDto } from '../queue/queue.dto.js';
import { UpdateTicketDto } from '../tickets/tickets.dto.js';
import { InvalidInput, parse } from './validate.js';

describe.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('a name that every object has: %s', (name) => {
  it.each([
    ['at the top', UpdateTicketDto, { [name]: 1 }, name],
    ['among the values of fields', UpdateTicketDto, { customFields: { [name]: 'x' } }, `customFields.${name}`],
    ['in a nested object', CreateViewDto, { name: 'n', scope: 'personal', filters: { [name]: 1 } }, `filters.${name}`],
  ])('is refused %s', async (_, shape, input, path) => {
    const refused = parse<object>(shape, input);
    await expect(refused).rejects.toBeInstanceOf(InvalidInput);
    await expect(refused).rejects.toMatchObject({ fields: { [path]: expect.anything() } });
  });
});

it('lets no tag have a comma, which parts the tags of a filter', async () => {
  await expect(parse(UpdateTicketDto, { tags: ['a b', 'ü/1'] })).resolves.toBeDefined();
  await expect(parse(UpdateTicketDto, { tags: ['a,b'] })).rejects.toBeInstanceOf(InvalidInput);
});
