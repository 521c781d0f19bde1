import { PERMISSIONS, ROLES, roleMay } from './roles.js';

describe('the permission matrix', () => {
  it('gives each role everything of the one before it, and more', () => {
    const [employee, coordinator, admin] = ROLES.map((role) => PERMISSIONS[role]);
    for (const permission of employee ?? []) expect(coordinator?.has(permission)).toBe(true);
    for (const permission of coordinator ?? []) expect(admin?.has(permission)).toBe(true);
    expect(employee?.size).toBeLessThan(coordinator?.size ?? 0);
    expect(coordinator?.size).toBeLessThan(admin?.size ?? 0);
  });

  it.each([
    ['employee', 'ticket.readAll', false],
    ['employee', 'ticket.note', false],
    ['employee', 'user.read', false],
    ['coordinator', 'ticket.note', true],
    ['coordinator', 'ticket.readRestricted', false],
    ['coordinator', 'registration.decide', false],
    ['coordinator', 'analytics.read', false],
    ['admin', 'registration.decide', true],
    ['admin', 'ticket.readRestricted', true],
  ] as const)('%s may %s: %s', (role, permission, expected) => expect(roleMay(role, permission)).toBe(expected));
});
