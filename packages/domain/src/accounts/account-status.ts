import { allow, type Decision, refuse } from '../shared/decision.js';

export const ACCOUNT_STATUSES = ['pending', 'approved', 'rejected', 'suspended'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

const TRANSITIONS: Record<AccountStatus, readonly AccountStatus[]> = {
  pending: ['approved', 'rejected'],
  approved: ['suspended'],
  rejected: [],
  suspended: ['approved'],
};

/** Refusal: `account.transition_not_allowed {from,to}`. */
export const decideAccountTransition = (from: AccountStatus, to: AccountStatus): Decision =>
  TRANSITIONS[from].includes(to) ? allow : refuse('account.transition_not_allowed', { from, to });

/** Only approved accounts sign in; the others are told why, after the right password. */
export const SIGN_IN_REFUSALS: Record<Exclude<AccountStatus, 'approved'>, string> = {
  pending: 'auth.account_pending',
  rejected: 'auth.account_rejected',
  suspended: 'auth.account_suspended',
};
