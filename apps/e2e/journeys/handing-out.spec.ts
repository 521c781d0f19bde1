import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Caller, callerFor } from '../support/api.js';
import { emailOf, seatOf } from '../support/people.js';

const tag = Date.now().toString(36);
const SKILL = `Welding ${tag}`;
const TEAM = `Workshop ${tag}`;
const DANA = 'dana.haddad@acme.test';
const JANA = 'jana.bergstrom@acme.test';

let admin: Caller;
let employee: Caller;
let dana: Caller;
let jana: Caller;
test.beforeAll(async ({ baseURL }) => {
  admin = await callerFor(baseURL, emailOf('admin'));
  employee = await callerFor(baseURL, emailOf('employee'));
  dana = await callerFor(baseURL, DANA);
  jana = await callerFor(baseURL, JANA);
});
/** However far the journey came, nobody is left away for the next. */
test.afterEach(() =>
  Promise.all([dana, jana].map((caller) => caller.send('put', '/me/availability', { status: 'online' }))),
);
test.afterAll(() => Promise.all([admin, employee, dana, jana].map((caller) => caller.close())));

interface Profile {
  person: { id: string; name: string };
  skills: { skillId: string; level: number }[];
}
const profileOf = async (name: string): Promise<Profile> =>
  (await admin.send('get', '/work-profiles')).items.find(({ person }: Profile) => person.name === name);

/** On the pages of an admin: a skill, and Dana as its expert. Jana knows the basics. */
async function teachSkill(page: Page): Promise<string> {
  await page.goto('/admin/people?view=skills');
  await page.getByRole('button', { name: 'New skill' }).click();
  await page.getByLabel('Name').fill(SKILL);
  await page.getByRole('button', { name: 'Create skill' }).click();
  await expect(page.getByRole('list', { name: 'Skills' }).getByText(SKILL)).toBeVisible();
  await page.getByRole('link', { name: 'Work', exact: true }).click();
  await page.getByRole('link', { name: 'Edit the work of Dana Haddad' }).click();
  await page.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByRole('menuitem', { name: SKILL }).click();
  await page
    .getByRole('group', { name: `Level of ${SKILL}` })
    .getByRole('radio', { name: /^5/ })
    .check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Dana Haddad’s work changed')).toBeVisible();
  const skillId = (await admin.send('get', '/skills')).items.find(({ name }: { name: string }) => name === SKILL).id;
  const { person, skills } = await profileOf('Jana Bergström');
  await admin.send('patch', `/work-profiles/${person.id}`, { skills: [...skills, { skillId, level: 2 }] });
  return skillId;
}

/** A team that takes by hand, and a category that needs the skill. @returns ids */
async function openWorkshop(skillId: string): Promise<{ teamId: string; categoryId: string }> {
  const members = await Promise.all(['Dana Haddad', 'Jana Bergström'].map(profileOf));
  const memberIds = members.map(({ person }) => person.id);
  const team = await admin.send('post', '/teams', { name: TEAM, memberIds });
  const needs = [{ skillId, minLevel: 2 }];
  const category = await admin.send('post', '/categories', { name: TEAM, teamId: team.id, skills: needs });
  return { teamId: team.id, categoryId: category.id };
}

async function file(categoryId: string, subject: string): Promise<string> {
  const body = { subject: `${subject} ${tag}`, description: 'It came off this morning.', categoryId };
  return (await employee.send('post', '/tickets', body)).number;
}

/** So much to do already, and by hand, that whoever has less would get the next one. */
async function keepBusy(name: string, categoryId: string): Promise<void> {
  const { person } = await profileOf(name);
  await admin.send('patch', `/work-profiles/${person.id}`, { capacity: 30 });
  for (let nth = 1; nth <= 8; nth++) {
    const number = await file(categoryId, `Shelf ${nth} is crooked`);
    await admin.send('post', `/tickets/${number}/assign`, { assigneeId: person.id });
  }
}

/** Wide enough for the properties beside the conversation. */
const seat = (browser: Browser, email: string) => seatOf(browser, email, { viewport: { width: 1680, height: 1000 } });

/** The switch shows a choice before the server has heard it; what comes next may rely on the server. */
const choose = async (page: Page, word: 'Online' | 'Away') => {
  await page.getByRole('button', { name: /^Availability/ }).click();
  const heard = page.waitForResponse((answer) => answer.url().endsWith('/me/availability') && answer.ok());
  await page.getByRole('menuitemradio', { name: new RegExp(`^${word}`) }).click();
  await expect(page.getByRole('button', { name: `Availability: ${word}` })).toBeVisible();
  await heard;
};

test('a team hands out its tickets, says why, and lets them wait when nobody is there', async ({ browser }) => {
  const atAdmin = await seat(browser, emailOf('admin'));
  const atEmployee = await seat(browser, emailOf('employee'));
  const atDana = await seat(browser, DANA);
  const { teamId, categoryId } = await openWorkshop(await teachSkill(atAdmin.page));
  await keepBusy('Jana Bergström', categoryId);

  const first = await file(categoryId, 'The handrail is loose');
  await atEmployee.page.goto(`/tickets/${first}`);
  await expect(atEmployee.page.getByText('Finding the right person').first()).toBeVisible();

  await atAdmin.page.goto(`/admin/assignment/${teamId}`);
  await atAdmin.page.getByRole('radio', { name: 'Best match' }).check();
  await expect(atAdmin.page.getByText('Dana Haddad would get it')).toBeVisible();
  await atAdmin.page.getByRole('button', { name: 'Use “Best match”' }).click();
  await expect(atAdmin.page.getByText(`${TEAM} hands out work: best match`)).toBeVisible();
  await expect(atEmployee.page.getByText('Finding the right person')).toHaveCount(0);
  await expect(atEmployee.page.getByText('Dana Haddad').first()).toBeVisible();

  const { page } = atDana;
  await page.goto(`/queue/${first}`);
  await page.getByRole('button', { name: 'Why Dana?' }).click();
  const why = page.getByRole('dialog', { name: 'Why Dana?' });
  await expect(why).toContainText('Lowest cost of the 2 people who could take it.');
  await expect(why).toContainText(`${SKILL} 5`);
  await expect(why).toContainText('Recomputed from stored inputs, same answer');
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);

  await choose(page, 'Away');
  const second = await file(categoryId, 'So is the other one');
  await page.goto(`/queue/${second}`);
  await page.getByRole('button', { name: 'Why Jana?' }).click();
  await expect(page.getByRole('dialog', { name: 'Why Jana?' })).toContainText('Away since');
  await page.keyboard.press('Escape');

  await jana.send('put', '/me/availability', { status: 'away' });
  const third = await file(categoryId, 'And the gate');
  await page.goto(`/queue/${third}`);
  await expect(page.getByText(/Waits, nobody is there/)).toBeVisible();
  await atAdmin.page.goto(`/admin/assignment/${teamId}`);
  await expect(atAdmin.page.getByRole('link', { name: new RegExp(`^And the gate ${tag}`) })).toBeVisible();

  await choose(page, 'Online');
  await expect(page.getByText(/Waits, nobody is there/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Why Dana?' })).toBeVisible();

  for (const { trouble, close } of [atAdmin, atEmployee, atDana]) {
    expect(trouble).toEqual([]);
    await close();
  }
});
