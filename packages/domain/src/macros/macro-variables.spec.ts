import { fillMacro, firstNameOf, MACRO_VARIABLES, type MacroValues, unknownVariables } from './macro-variables.js';

const values = Object.fromEntries(MACRO_VARIABLES.map((name) => [name, `<${name}>`])) as MacroValues;

it('fills in every variable, blanks or not', () => {
  const filled = fillMacro(MACRO_VARIABLES.map((name) => `{{ ${name} }}`).join(' '), values);
  expect(filled).toBe(MACRO_VARIABLES.map((name) => `&lt;${name}&gt;`).join(' '));
});

it('lets no value become markup or another variable', () => {
  const hostile = { ...values, 'requester.name': `"><img src=x onerror='alert(1)'>{{me.name}}` };
  expect(fillMacro('<p>{{requester.name}}</p>', hostile)).toBe(
    '<p>&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;{{me.name}}</p>',
  );
});

it('names what it does not know, once, and leaves it standing', () => {
  const text = '{{ticket.number}} {{agent.name}} {{ agent.name }} {{}} {{constructor}}';
  expect(unknownVariables(text)).toEqual(['agent.name', '', 'constructor']);
  expect(fillMacro('{{agent.name}}', values)).toBe('{{agent.name}}');
});

it.each([
  ['Ada Lovelace', 'Ada'],
  ['  Björk ', 'Björk'],
  ['', ''],
])('calls %j by the first name %j', (name, first) => expect(firstNameOf(name)).toBe(first));
