import { Build, type Person, type Tenant } from './factories.js';
import { startTestApp, type TestApp } from './test-app.js';

/** One organization with somebody of every kind. */
export interface Organization {
  tenant: Tenant;
  admin: Person;
  coordinator: Person;
  /** A second coordinator, the only member of the restricted team. */
  insider: Person;
  employee: Person;
  /** Another employee, related to nothing. */
  stranger: Person;
  /** Everybody's team, and the one only `insider` and admins see. */
  teamId: string;
  restrictedTeamId: string;
  /** Routed to `teamId`. */
  categoryId: string;
}

export interface World extends TestApp {
  build: Build;
  acme: Organization;
  globex: Organization;
}

async function organization(build: Build, slug: string, prefix: string): Promise<Organization> {
  const tenant = await build.tenant(slug, prefix);
  const person = (role: 'admin' | 'coordinator' | 'employee', name: string) =>
    build.person(tenant, role, { name: `${name} ${slug}` });
  const admin = await person('admin', 'Ada Admin');
  const coordinator = await person('coordinator', 'Cora Desk');
  const insider = await person('coordinator', 'Ines Inside');
  const employee = await person('employee', 'Emil Asker');
  const stranger = await person('employee', 'Sven Stranger');
  const teamId = await build.team(tenant, { name: 'IT Support', members: [coordinator] });
  const restrictedTeamId = await build.team(tenant, { name: 'Payroll', restricted: true, members: [insider] });
  const categoryId = await build.category(tenant, { name: 'Hardware', teamId });
  return { tenant, admin, coordinator, insider, employee, stranger, teamId, restrictedTeamId, categoryId };
}

/** The product with two organizations that must never hear of each other. */
export async function startWorld(env: Record<string, string> = {}): Promise<World> {
  const app = await startTestApp(env);
  const build = new Build(app);
  const acme = await organization(build, 'acme', 'ACME');
  const globex = await organization(build, 'globex', 'GLBX');
  return { ...app, build, acme, globex };
}
