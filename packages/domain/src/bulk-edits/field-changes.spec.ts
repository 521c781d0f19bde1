import { type BulkFields, type FieldChanges, fieldChanges, planUndo, tagsAfter, valuesOf } from './field-changes.js';

const open = { status: 'open', resolvedAt: null, closedAt: null } as const;
const resolved = { status: 'resolved', resolvedAt: '2026-11-21T12:00:00.000Z', closedAt: null } as const;

const fields = (more: Partial<BulkFields> = {}): BulkFields => ({
  status: open,
  assigneeId: null,
  teamId: null,
  priority: 'low',
  categoryId: null,
  tags: ['a', 'b'],
  ...more,
});

describe('the changes of an edit', () => {
  it('are the fields that differ, each tag by itself', () => {
    expect(fieldChanges(fields(), fields({ status: resolved, assigneeId: 'me', tags: ['b', 'c'] }))).toEqual({
      status: { from: open, to: resolved },
      assigneeId: { from: null, to: 'me' },
      'tag:a': { from: true, to: false },
      'tag:c': { from: false, to: true },
    });
  });

  it('are none when nothing differs', () => expect(fieldChanges(fields(), fields({ tags: ['b', 'a'] }))).toEqual({}));
});

describe('an undo', () => {
  const mine: FieldChanges = { priority: { from: 'low', to: 'high' }, 'tag:c': { from: false, to: true } };

  it('puts back what is as the edit left it', () => {
    const present = valuesOf(fields({ priority: 'high', tags: ['a', 'c'] }));
    const { back, kept } = planUndo(mine, [], present);
    expect({ back, kept }).toEqual({ back: { priority: 'low', 'tag:c': false }, kept: [] });
    expect(tagsAfter(['a', 'c'], back)).toEqual(['a']);
    expect(tagsAfter(['a'], { 'tag:z': true })).toEqual(['a', 'z']);
  });

  it('knows a value whose keys were stored in another order', () => {
    const to = { closedAt: null, status: 'resolved', resolvedAt: resolved.resolvedAt };
    expect(planUndo({ status: { from: open, to } }, [], valuesOf(fields({ status: resolved }))).back).toEqual({
      status: open,
    });
  });

  it('leaves what somebody changed since', () => {
    const present = valuesOf(fields({ priority: 'urgent', tags: ['a', 'c'] }));
    expect(planUndo(mine, [], present)).toEqual({ back: { 'tag:c': false }, rebased: [], kept: ['priority'] });
  });

  it('hands over to the edit on top of it', () => {
    const later: FieldChanges[] = [{ teamId: { from: null, to: 't' } }, { priority: { from: 'high', to: 'urgent' } }];
    const present = valuesOf(fields({ priority: 'urgent', tags: ['a', 'c'] }));
    expect(planUndo(mine, later, present)).toEqual({
      back: { 'tag:c': false },
      rebased: [{ index: 1, changes: { priority: { from: 'low', to: 'urgent' } } }],
      kept: [],
    });
  });
});

describe('undoing edits in any order', () => {
  const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
  const TAGS = ['a', 'b', 'c'];
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % limit;
  };

  it.each(Array.from({ length: 200 }, (_, run) => run))('ends where none was made, run %i', () => {
    const start = fields({ priority: PRIORITIES[below(4)], tags: TAGS.filter(() => below(2) === 1) });
    let present = start;
    const edits: { order: number; changes: FieldChanges }[] = [];
    for (let order = 0; order < 6; order++) {
      const after = { ...present, priority: PRIORITIES[below(4)] ?? 'low', tags: TAGS.filter(() => below(2) === 1) };
      edits.push({ order, changes: fieldChanges(present, after) });
      present = after;
    }
    while (edits.length > 0) {
      const [edit] = edits.splice(below(edits.length), 1);
      const later = edits.filter(({ order }) => order > (edit?.order ?? 0));
      const plan = planUndo(
        edit?.changes ?? {},
        later.map(({ changes }) => changes),
        valuesOf(present),
      );
      expect(plan.kept).toEqual([]);
      for (const { index, changes } of plan.rebased) if (later[index]) later[index].changes = changes;
      const { priority = present.priority } = plan.back as Partial<BulkFields>;
      present = { ...present, priority, tags: tagsAfter(present.tags, plan.back) };
    }
    expect({ ...present, tags: [...present.tags].sort() }).toEqual(start);
  });
});
