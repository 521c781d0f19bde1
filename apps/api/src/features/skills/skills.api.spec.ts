import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { skillsEndpoints } from '@baton/contracts/skills/skills.endpoints';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type { Client } from '../../../test/support/client.js';
import { startWorld, type World } from '../../../test/support/world.js';

const { list, create, update, remove } = skillsEndpoints;

describe('skills', () => {
  let world: World;
  let admin: Client;

  beforeAll(async () => {
    world = await startWorld();
    admin = world.acme.admin.client;
  });
  afterAll(() => world.stop());

  const add = async (name: string) => (await admin.call(create, { body: { name } })).body.id;
  const need = (levels: { skillId: string; level: unknown }[], categoryId = world.acme.categoryId) => {
    const skills = levels.map(({ skillId, level }) => ({ skillId, minLevel: level }));
    return admin.call(categoriesEndpoints.update, { params: { id: categoryId }, body: { skills } });
  };
  const have = (skills: { skillId: string; level: unknown }[]) =>
    admin.call(workProfilesEndpoints.update, {
      params: { userId: world.acme.coordinator.id },
      body: { skills: skills as never },
    });

  it('are made, renamed and listed by name, with who has and what needs them', async () => {
    const vpn = await add('VPN');
    await add('accounts');
    await have([{ skillId: vpn, level: 4 }]);
    await need([{ skillId: vpn, level: 2 }]);
    await admin.call(update, { params: { id: vpn }, body: { name: 'VPN and Wi-Fi' } });
    const { items } = (await world.acme.coordinator.client.call(list)).body;
    expect(items).toMatchObject([
      { name: 'accounts', people: 0, categories: 0 },
      { id: vpn, name: 'VPN and Wi-Fi', people: 1, categories: 1 },
    ]);
    const needed = async ({ client }: { client: Client }) =>
      (await client.call(categoriesEndpoints.list)).body.items[0]?.skills;
    expect(await needed(world.acme.coordinator)).toEqual([{ skillId: vpn, minLevel: 2 }]);
    expect(await needed(world.acme.employee)).toEqual([]);
    const events = await world.sql<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY id', [
      vpn,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['skill.created', 'skill.changed']);
  });

  it('have names of their own', async () => {
    const id = await add('Printers');
    expect((await admin.call(create, { body: { name: 'printers' } })).error.code).toBe('skill.name_taken');
    const other = await add('Scanners');
    expect((await admin.call(update, { params: { id: other }, body: { name: 'PRINTERS' } })).error.code).toBe(
      'skill.name_taken',
    );
    expect((await admin.call(update, { params: { id }, body: { name: 'PRINTERS' } })).status).toBe(200);
    await add('ΟΔΟΣ');
    expect((await admin.call(create, { body: { name: 'οδοσ' } })).error.code).toBe('skill.name_taken');
  });

  it('are deleted unless a category needs them, and people lose them', async () => {
    const id = await add('Fax');
    await have([{ skillId: id, level: 1 }]);
    await need([{ skillId: id, level: 1 }]);
    expect((await admin.call(remove, { params: { id } })).error).toMatchObject({
      code: 'skill.in_use',
      details: { categories: ['Hardware'] },
    });
    await need([]);
    expect((await admin.call(remove, { params: { id } })).status).toBe(204);
    expect((await admin.call(remove, { params: { id } })).error.code).toBe('resource.not_found');
    const profile = (await world.acme.coordinator.client.call(workProfilesEndpoints.mine)).body;
    expect(profile.skills).toEqual([]);
  });

  it('are refused with the field named when there is no such skill or level', async () => {
    const id = await add('Locks');
    const stranger = world.globex.admin.client;
    const theirs = (await stranger.call(create, { body: { name: 'Theirs' } })).body.id;
    for (const [set, field] of [
      [need, 'minLevel'],
      [have, 'level'],
    ] as const) {
      expect(
        (
          await set([
            { skillId: id, level: 1 },
            { skillId: theirs, level: 1 },
          ])
        ).error,
      ).toMatchObject({
        code: 'resource.not_found',
        details: { field: 'skills.1.skillId' },
      });
      expect(
        (
          await set([
            { skillId: id, level: 1 },
            { skillId: id, level: 2 },
          ])
        ).error,
      ).toMatchObject({
        code: 'request.invalid',
        details: { 'skills.1.skillId': expect.any(Array) },
      });
      for (const level of [0, 6, 1.5, '3'])
        expect((await set([{ skillId: id, level }])).error).toMatchObject({
          code: 'request.invalid',
          details: { [`skills.0.${field}`]: expect.any(Array) },
        });
    }
  });
});
