import type { Candidate, Need } from './facts.js';

/** Why somebody cannot be given a ticket. */
export type Rejection =
  | { code: 'not_in_team' }
  | { code: 'not_available'; details: { availability: Candidate['availability'] } }
  | { code: 'handed_back' }
  | { code: 'off_shift' }
  | { code: 'absent' }
  | { code: 'missing_skill'; details: { skillId: string; needed: number; has: number } }
  | { code: 'at_capacity'; details: { active: number; capacity: number } };
export type RejectionCode = Rejection['code'];

/** Every reason, not the first only: whoever asks why wants to know what to change. Empty means eligible. */
export function rejections(candidate: Candidate, need: Need): Rejection[] {
  const found: Rejection[] = [];
  if (!candidate.teamIds.includes(need.teamId)) found.push({ code: 'not_in_team' });
  if (need.handedBackBy?.includes(candidate.id)) found.push({ code: 'handed_back' });
  if (candidate.absent) found.push({ code: 'absent' });
  if (!candidate.onShift) found.push({ code: 'off_shift' });
  const { availability, capacity, active } = candidate;
  if (availability !== 'online') found.push({ code: 'not_available', details: { availability } });
  for (const { skillId, level: needed } of need.skills) {
    const has = candidate.skills[skillId] ?? 0;
    if (has < needed) found.push({ code: 'missing_skill', details: { skillId, needed, has } });
  }
  if (freeSlots(candidate) === 0) found.push({ code: 'at_capacity', details: { active: active.length, capacity } });
  return found;
}

/** How many tickets more they may be given. Work given by hand may have gone beyond their capacity. */
export const freeSlots = ({ capacity, active }: Candidate): number => Math.max(0, capacity - active.length);
