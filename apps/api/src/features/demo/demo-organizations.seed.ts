import type { TeamMode } from '@baton/contracts/teams/teams.dto';
import {
  ACME_APPLICANTS,
  ACME_PEOPLE,
  type DemoApplicant,
  type DemoPerson,
  GLOBEX_APPLICANTS,
  GLOBEX_PEOPLE,
} from './demo-people.seed.js';

export interface DemoTeam {
  name: string;
  restricted: boolean;
  mode: TeamMode;
  /** Keys of people. */
  members: string[];
}

export interface DemoCategory {
  /** What the scripts call it. */
  key: string;
  name: string;
  /** Key of the category above. */
  parent?: string;
  team: string;
}

export interface DemoOrganization {
  slug: string;
  name: string;
  ticketPrefix: string;
  /** Numbers given out before the demo begins: nobody's first ticket is number 1. */
  counters: { ticket: number; employee: number };
  people: DemoPerson[];
  applicants: DemoApplicant[];
  teams: DemoTeam[];
  categories: DemoCategory[];
  /** Files of `scripts/`. */
  scripts: string[];
}

const team = (name: string, members: string, more: Partial<DemoTeam> = {}): DemoTeam => ({
  name,
  restricted: false,
  mode: 'manual',
  ...more,
  members: members.split(' '),
});

const category = (key: string, name: string, team: string, parent?: string): DemoCategory => ({
  key,
  name,
  team,
  ...(parent ? { parent } : {}),
});

const IT = 'IT Support';
const APPS = 'Business Apps';
const PEOPLE = 'People & Payroll';
const FACILITIES = 'Facilities';
const DESK = 'Service Desk';
const PLANT = 'Plant';

export const DEMO_ORGANIZATIONS: DemoOrganization[] = [
  {
    slug: 'acme',
    name: 'Acme Group',
    ticketPrefix: 'ACME',
    counters: { ticket: 990, employee: 30 },
    people: ACME_PEOPLE,
    applicants: ACME_APPLICANTS,
    teams: [
      team(IT, 'mateo tomasz jana'),
      team(APPS, 'dana mateo tomasz'),
      team(PEOPLE, 'priya lucas', { restricted: true }),
      team(FACILITIES, 'karim tomasz'),
    ],
    categories: [
      category('accounts', 'Accounts and access', IT),
      category('devices', 'Devices', IT),
      category('laptops', 'Laptops', IT, 'devices'),
      category('phones', 'Phones', IT, 'devices'),
      category('printers', 'Printers', IT, 'devices'),
      category('rooms', 'Meeting rooms', IT, 'devices'),
      category('network', 'Network', IT),
      category('vpn', 'VPN', IT, 'network'),
      category('wifi', 'Wi-Fi', IT, 'network'),
      category('mail', 'Mail and calendar', APPS),
      category('finance', 'Finance systems', APPS),
      category('payroll-system', 'Payroll', APPS, 'finance'),
      category('crm', 'Customers and sales', APPS),
      category('people', 'People', PEOPLE),
      category('payslips', 'Payslips', PEOPLE, 'people'),
      category('leave', 'Leave', PEOPLE, 'people'),
      category('travel', 'Travel and expenses', PEOPLE, 'people'),
      category('building', 'Building', FACILITIES),
      category('heating', 'Heating and air', FACILITIES, 'building'),
      category('badges', 'Badges and keys', FACILITIES, 'building'),
      category('furniture', 'Furniture', FACILITIES, 'building'),
    ],
    scripts: ['acme-now', 'acme-it', 'acme-apps', 'acme-people', 'acme-building'],
  },
  {
    slug: 'globex',
    name: 'Globex',
    ticketPrefix: 'GLBX',
    counters: { ticket: 300, employee: 200 },
    people: GLOBEX_PEOPLE,
    applicants: GLOBEX_APPLICANTS,
    teams: [team(DESK, 'jonas aroha'), team(PLANT, 'aroha')],
    categories: [
      category('computers', 'Computers', DESK),
      category('software', 'Software', DESK),
      category('accounts', 'Accounts', DESK, 'software'),
      category('machines', 'Machines', PLANT),
    ],
    scripts: ['globex'],
  },
];
