/** The three kinds of people. Each role includes everything of the one before it. */
export const ROLES = ['employee', 'coordinator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const EMPLOYEE = [
  'self.manage',
  'organization.read',
  'category.read',
  'ticket.read',
  'ticket.create',
  'ticket.edit',
  'ticket.reply',
  'ticket.withdraw',
  'ticket.close',
  'ticket.reopen',
  'ticket.watch',
] as const;

const COORDINATOR = [
  'ticket.readAll',
  'ticket.claim',
  'ticket.assign',
  'ticket.triage',
  'ticket.note',
  'ticket.changeStatus',
  'ticket.createOnBehalf',
  'ticket.addWatchers',
  'ticket.relate',
  'ticket.bulkEdit',
  'user.read',
  'team.read',
  'customField.read',
  'macro.use',
  'work.readAll',
  'self.availability',
] as const;

const ADMIN = [
  'ticket.readRestricted',
  'user.manage',
  'registration.decide',
  'team.manage',
  'category.manage',
  'customField.manage',
  'view.manage',
  'organization.manage',
  'analytics.read',
  'macro.manage',
  'work.manage',
  'message.redact',
  'mailbox.read',
  'sla.manage',
  'clock.advance',
] as const;

export type Permission = (typeof EMPLOYEE)[number] | (typeof COORDINATOR)[number] | (typeof ADMIN)[number];

/** The permission matrix: what each role may do. Routes, services and the interface all read it from here. */
export const PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  employee: new Set(EMPLOYEE),
  coordinator: new Set([...EMPLOYEE, ...COORDINATOR]),
  admin: new Set([...EMPLOYEE, ...COORDINATOR, ...ADMIN]),
};

export const roleMay = (role: Role, permission: Permission): boolean => PERMISSIONS[role].has(permission);
