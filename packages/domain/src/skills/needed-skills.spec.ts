import { neededSkills } from './needed-skills.js';

const categories = new Map([
  [
    'it',
    {
      parentId: null,
      skills: [
        { skillId: 'a', level: 2 },
        { skillId: 'b', level: 4 },
      ],
    },
  ],
  ['network', { parentId: 'it', skills: [] }],
  [
    'vpn',
    {
      parentId: 'network',
      skills: [
        { skillId: 'b', level: 1 },
        { skillId: 'c', level: 5 },
      ],
    },
  ],
]);

it('a category needs what it asks for, and what those above it do unless it asks for another level', () => {
  expect(neededSkills(categories, 'vpn')).toEqual([
    { skillId: 'a', level: 2 },
    { skillId: 'b', level: 1 },
    { skillId: 'c', level: 5 },
  ]);
  expect(neededSkills(categories, 'network')).toEqual(categories.get('it')!.skills);
});

it('nothing is needed without a category', () => {
  expect(neededSkills(categories, null)).toEqual([]);
  expect(neededSkills(categories, 'gone')).toEqual([]);
});
