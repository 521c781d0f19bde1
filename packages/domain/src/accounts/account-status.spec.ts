import { ACCOUNT_STATUSES, type AccountMove, decideAccountMove } from './account-status.js';

const ALLOWED: Record<AccountMove, string> = {
  approve: 'pending',
  reject: 'pending',
  suspend: 'approved',
  reactivate: 'suspended',
};

describe.each(Object.entries(ALLOWED) as [AccountMove, string][])('to %s an account', (move, only) => {
  it.each(ACCOUNT_STATUSES)('that is %s', (status) => {
    const decision = decideAccountMove(move, status);
    expect(decision.allowed).toBe(status === only);
    if (!decision.allowed) {
      expect(decision.code).toBe('account.transition_not_allowed');
      expect(decision.details).toMatchObject({ from: status });
    }
  });
});
