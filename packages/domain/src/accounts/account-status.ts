import { allow, type Decision, refuse } from '../shared/decision.js';

export const ACCOUNT_STATUSES = ['pending', 'approved', 'rejected', 'suspended'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** What an admin can do with an account: from one status to another. A rejection is final. */
const MOVES = {
  approve: { from: 'pending', to: 'approved' },
  reject: { from: 'pending', to: 'rejected' },
  suspend: { from: 'approved', to: 'suspended' },
  reactivate: { from: 'suspended', to: 'approved' },
} as const satisfies Record<string, { from: AccountStatus; to: AccountStatus }>;
export type AccountMove = keyof typeof MOVES;

/** Refusal: `account.transition_not_allowed {from,to}`. */
export function decideAccountMove(move: AccountMove, from: AccountStatus): Decision {
  const { from: expected, to } = MOVES[move];
  return from === expected ? allow : refuse('account.transition_not_allowed', { from, to });
}

/** Only approved accounts sign in; the others are told why, after the right password. */
export const SIGN_IN_REFUSALS: Record<Exclude<AccountStatus, 'approved'>, string> = {
  pending: 'auth.account_pending',
  rejected: 'auth.account_rejected',
  suspended: 'auth.account_suspended',
};
