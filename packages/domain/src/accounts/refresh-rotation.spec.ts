import { decideRefresh, REFRESH_GRACE_MS } from './refresh-rotation.js';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const rotated = { rotatedAt: ago(1000), graceUsed: false, superseded: false };

describe('decideRefresh', () => {
  it('rotates a token that was never used', () => {
    expect(decideRefresh({ rotatedAt: null, graceUsed: false, superseded: false }, now)).toBe('rotate');
  });

  it('honours a token that was just rotated', () => {
    expect(decideRefresh(rotated, now)).toBe('grace');
    expect(decideRefresh({ ...rotated, rotatedAt: ago(REFRESH_GRACE_MS) }, now)).toBe('grace');
  });

  it.each([
    ['after the grace', { rotatedAt: ago(REFRESH_GRACE_MS + 1) }],
    ['a third time', { graceUsed: true }],
    ['after its successor was used', { superseded: true }],
  ])('takes it for a replay %s', (_case, more) => {
    expect(decideRefresh({ ...rotated, ...more }, now)).toBe('replay');
  });
});
