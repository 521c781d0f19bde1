import * as recorded from './recorded-rules';
import { InvalidInput, parse } from './rules';

class Early {
  @recorded.Transform(((input: { value: string }) => input.value.trim()) as never)
  @recorded.IsString()
  @recorded.MinLength(3 as never)
  name: string;
}

test('noted rules work once the libraries are there', async () => {
  expect(await parse(Early, { name: '  Yuki ' })).toMatchObject({ name: 'Yuki' });
  await expect(parse(Early, { name: ' Y ' })).rejects.toBeInstanceOf(InvalidInput);
});

test('rules declared afterwards work at once', async () => {
  class Late {
    @recorded.Type((() => Early) as never)
    @recorded.ValidateNested()
    person: Early;
  }
  await expect(parse(Late, { person: { name: 'Y' } })).rejects.toMatchObject({
    fields: { 'person.name': expect.anything() },
  });
});
