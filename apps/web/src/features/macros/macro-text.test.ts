import { plainText } from './macro-text';

it('keeps words apart that stand on lines of their own', () => {
  expect(plainText('<p>Kind regards<br />Mateo<br>Acme</p><ul><li>one</li><li>two</li></ul>')).toBe(
    'Kind regards Mateo Acme one two',
  );
});
