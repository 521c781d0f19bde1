import type { Role } from '@baton/domain/permissions/roles';

export const DEMO_PASSWORD = 'baton-demo-2026';

const ROLES: Role[] = ['admin', 'coordinator', 'employee'];

/** The accounts the start command names, in both organizations. */
export const DEMO_SIGN_INS = ['acme', 'globex'].flatMap((organization) =>
  ROLES.map((role) => ({ organization, role, email: `${role}@${organization}.test` })),
);

export interface DemoPerson {
  /** What the scripts call them. */
  key: string;
  name: string;
  email: string;
  role: Role;
  phone: string;
}

/** Somebody who registered and waits, or was turned away. */
export interface DemoApplicant extends DemoPerson {
  minutesAgo: number;
  rejectedBecause?: string;
}

const person = (key: string, role: Role, email: string, phone: string, name: string): DemoPerson => ({
  key,
  name,
  email,
  role,
  phone,
});

const applicant = (minutesAgo: number, email: string, phone: string, name: string, rejectedBecause?: string) => ({
  ...person(email, 'employee', email, phone, name),
  minutesAgo,
  rejectedBecause,
});

/** The first is the admin who lets everybody else in. */
export const ACME_PEOPLE: DemoPerson[] = [
  person('ingrid', 'admin', 'admin@acme.test', '+4722550110', 'Ingrid Solberg'),
  person('mateo', 'coordinator', 'coordinator@acme.test', '+34915550118', 'Mateo Rivera'),
  person('dana', 'coordinator', 'dana.haddad@acme.test', '+96115550104', 'Dana Haddad'),
  person('priya', 'coordinator', 'priya.raman@acme.test', '+912255500131', 'Priya Raman'),
  person('tomasz', 'coordinator', 'tomasz.wisniewski@acme.test', '+48225550162', 'Tomasz Wiśniewski'),
  person('karim', 'coordinator', 'karim.mansour@acme.test', '+20255500147', 'Karim Mansour'),
  person('jana', 'coordinator', 'jana.bergstrom@acme.test', '+4685550123', 'Jana Bergström'),
  person('lucas', 'coordinator', 'lucas.ferreira@acme.test', '+351215550139', 'Lucas Ferreira'),
  person('yuki', 'employee', 'employee@acme.test', '+81355500115', 'Yuki Tanaka'),
  person('anh', 'employee', 'minhanh.nguyen@acme.test', '+842455500142', 'Nguyễn Thị Minh Anh'),
  person('oluwaseun', 'employee', 'oluwaseun.adebayo@acme.test', '+23415550128', 'Oluwaseun Adébáyò'),
  person('fatima', 'employee', 'fatima.elidrissi@acme.test', '+212525550136', 'Fatima Zahra El Idrissi'),
  person('ola', 'employee', 'ola.kowalska@acme.test', '+48225550187', 'Aleksandra Brzęczyszczykiewicz-Kowalska'),
  person('takumi', 'employee', 'takumi.sato@acme.test', '+81655500173', 'Takumi Sato'),
  person('joao', 'employee', 'joao.albuquerque@acme.test', '+551155500154', 'João Pedro Albuquerque'),
  person('obi', 'employee', 'chukwuemeka.obi@acme.test', '+23415550166', 'Chukwuemeka Obi'),
  person('giulia', 'employee', 'giulia.romano@acme.test', '+39065550121', 'Giulia Romano'),
  person('hana', 'employee', 'hana.kim@acme.test', '+82255500190', 'Hana Kim'),
  person('lars', 'employee', 'lars.ostergaard@acme.test', '+4535550177', 'Lars Østergaard'),
  person('siobhan', 'employee', 'siobhan.oceallaigh@acme.test', '+35315550103', 'Siobhán Ó Ceallaigh'),
  person('mohammed', 'employee', 'mohammed.alrashid@acme.test', '+97145550198', 'Mohammed Al-Rashid'),
];

export const ACME_APPLICANTS: DemoApplicant[] = [
  applicant(4260, 'hr@quick-payroll.test', '+14155550199', 'Payroll Helper', 'We do not know this company.'),
  applicant(184, 'wei.zhang@acme.test', '+862155500171', 'Wei Zhang'),
  applicant(127, 'leila.haddadi@acme.test', '+33155500126', 'Leila Haddadi'),
  applicant(66, 'samuel.okonkwo-bright@acme.test', '+442055500109', 'Samuel Okonkwo-Bright'),
  applicant(38, 'ana.petrovic@partner-studio.test', '+351215550133', 'Ana Petrović'),
  applicant(12, 'noah.lindqvist@acme.test', '+4685550184', 'Noah Lindqvist'),
];

export const GLOBEX_PEOPLE: DemoPerson[] = [
  person('helena', 'admin', 'admin@globex.test', '+31205550111', 'Helena de Vries'),
  person('jonas', 'coordinator', 'coordinator@globex.test', '+493055500125', 'Jonas Weber'),
  person('aroha', 'coordinator', 'aroha.ngata@globex.test', '+6495550143', 'Aroha Ngata'),
  person('sofia', 'employee', 'employee@globex.test', '+39025550117', 'Sofia Marino'),
  person('deniz', 'employee', 'deniz.yilmaz@globex.test', '+902125550158', 'Deniz Yılmaz'),
  person('emeric', 'employee', 'emeric.laurent@globex.test', '+33155500164', 'Émeric Laurent'),
  person('grace', 'employee', 'grace.mwangi@globex.test', '+254205550172', 'Grace Mwangi'),
];

export const GLOBEX_APPLICANTS: DemoApplicant[] = [
  applicant(95, 'petr.novak@globex.test', '+420255550119', 'Petr Novák'),
];
