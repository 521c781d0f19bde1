/** How long a rotated refresh token is honoured once more: two tabs may have sent the same one. */
export const REFRESH_GRACE_MS = 10_000;

/** What is known of a presented refresh token. */
export interface PresentedToken {
  /** When it was exchanged for a newer one; null when it never was. */
  rotatedAt: Date | null;
  graceUsed: boolean;
  /** A newer token of its session has been exchanged since. */
  superseded: boolean;
}

/** `rotate`: the first use. `grace`: the second tab. `replay`: somebody kept a copy, so the whole session ends. */
export type RefreshDecision = 'rotate' | 'grace' | 'replay';

export function decideRefresh({ rotatedAt, graceUsed, superseded }: PresentedToken, now: Date): RefreshDecision {
  if (rotatedAt === null) return 'rotate';
  const isRecent = now.getTime() - rotatedAt.getTime() <= REFRESH_GRACE_MS;
  return isRecent && !graceUsed && !superseded ? 'grace' : 'replay';
}
