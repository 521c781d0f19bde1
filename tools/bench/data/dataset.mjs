/** Who and what there is in a generated organization, as far as the measurements need to know. */

export const tenantId = '01900000-0000-7001-8000-000000000001';

/** Hands out the ids of the generator: the same function as `bench.id` in SQL, for moments that stand still. */
const fixedId = (kind, n) => `01900000-0000-7${hex(kind, 3)}-8${hex(n, 15).slice(0, 3)}-${hex(n, 15).slice(3)}`;
const hex = (value, length) => value.toString(16).padStart(length, '0');

export const KINDS = { tenant: 1, user: 2, team: 3, category: 4, session: 5, ticket: 6, message: 7, event: 8, file: 9 };

export const COORDINATORS = 50;
export const TEAMS = 8;
/** The last team is closed to everybody but its members. */
export const RESTRICTED_TEAM = TEAMS;
export const CATEGORIES = 30;
export const TAGS = 200;

export const employeesFor = (tickets) => Math.min(20_000, Math.max(20, Math.round(tickets / 50)));

/** People in the order of their ids: an admin, coordinators, employees. Each has one session. */
export const admin = person(1, 'admin');
export const coordinators = Array.from({ length: COORDINATORS }, (_, at) => person(at + 2, 'coordinator'));
export const employees = Array.from({ length: 20 }, (_, at) => person(at + 2 + COORDINATORS, 'employee'));

function person(n, role) {
  return { id: fixedId(KINDS.user, n), sessionId: fixedId(KINDS.session, n), role };
}
