import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import { possibleParents, treeRows } from './category-tree';

const category = (id: string, parentId: string | null = null, archived = false): CategoryResponse => ({
  id,
  name: id,
  path: id,
  parentId,
  teamId: null,
  skills: [],
  archived,
});
const TREE = [
  category('it'),
  category('network', 'it'),
  category('vpn', 'network'),
  category('old', null, true),
  category('older', 'old'),
];

test('indents by depth', () => {
  expect(treeRows(TREE, true).map(({ id, depth }) => [id, depth])).toEqual([
    ['it', 0],
    ['network', 1],
    ['vpn', 2],
    ['old', 0],
    ['older', 1],
  ]);
});

test('hides archived categories with everything inside them', () => {
  expect(treeRows(TREE, false).map(({ id }) => id)).toEqual(['it', 'network', 'vpn']);
});

test('offers every place but those inside the category itself', () => {
  expect(possibleParents(TREE, 'network').map(({ id }) => id)).toEqual(['it', 'older']);
  expect(possibleParents(TREE, undefined).map(({ id }) => id)).toEqual(['it', 'network', 'vpn', 'older']);
});
