import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, quiet, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { AvailabilityService } from './availability.service.js';

const { mine, setAvailability } = workProfilesEndpoints;

describe('availability', () => {
  let world: World;
  let person: Person;
  let watcher: Live;

  beforeAll(async () => {
    world = await startWorld();
    watcher = await Live.connect(world.url, world.acme.admin.token);
  });
  beforeEach(async () => {
    person = await world.build.person(world.acme.tenant, 'coordinator');
    watcher.heard.length = 0;
  });
  afterAll(async () => {
    watcher.close();
    await world.stop();
  });

  const look = async () => (await person.client.call(mine)).body;
  const choose = (availability: 'online' | 'away' | 'offline') =>
    person.client.call(setAvailability, { body: { status: availability } });
  const heard = () =>
    watcher
      .of('availability.changed')
      .flatMap(({ userId, availability }) => (userId === person.id ? [availability] : []));
  /** Nobody renewed the sign of life, as after the death of the process that served them. */
  const fallSilent = (minutes: number) =>
    world.sql(`UPDATE work_profiles SET seen_at = now() - make_interval(secs => 60 * $2::float8) WHERE user_id = $1`, [
      person.id,
      minutes,
    ]);
  const seeOff = () => world.app.get(AvailabilityService, { strict: false }).seeOff(world.acme.tenant.id);

  it('is online while Baton is open somewhere, and offline some time after', async () => {
    expect(await look()).toMatchObject({ availability: 'offline', availabilitySource: 'presence' });
    const live = await Live.connect(world.url, person.token);
    await until(() => heard().length > 0);
    expect(await look()).toMatchObject({ availability: 'online', availabilitySource: 'presence' });
    live.close();
    await quiet();
    expect((await look()).availability).toBe('online');
    await fallSilent(1.9);
    expect((await look()).availability).toBe('online');
    await fallSilent(2.1);
    expect(await look()).toMatchObject({ availability: 'offline', availabilitySource: 'presence' });
    await seeOff();
    await until(() => heard().length > 1);
    const back = await Live.connect(world.url, person.token);
    await until(() => heard().length > 2);
    expect(heard()).toEqual(['online', 'offline', 'online']);
    back.close();
  });

  it('comes back before anybody noticed that it was gone', async () => {
    const live = await Live.connect(world.url, person.token);
    await until(() => heard().length > 0);
    live.close();
    await quiet();
    await fallSilent(10);
    const back = await Live.connect(world.url, person.token);
    await until(() => heard().length > 1);
    expect(await look()).toMatchObject({ availability: 'online' });
    back.close();
  });

  it.each(['away', 'offline'] as const)(
    'chosen to be %s stands, whoever opens and closes what',
    async (availability) => {
      const live = await Live.connect(world.url, person.token);
      await until(() => heard().length > 0);
      expect((await choose(availability)).body).toMatchObject({ availability, availabilitySource: 'manual' });
      live.close();
      const back = await Live.connect(world.url, person.token);
      await quiet();
      await fallSilent(10);
      await seeOff();
      expect(await look()).toMatchObject({ availability, availabilitySource: 'manual' });
      back.close();
      expect(heard()).toEqual(['online', availability]);
    },
  );

  it('chosen to be online where Baton is not open stands until it was', async () => {
    await fallSilent(60);
    expect((await choose('online')).body.availability).toBe('online');
    await seeOff();
    expect((await look()).availability).toBe('online');
    const live = await Live.connect(world.url, person.token);
    await quiet();
    live.close();
    await quiet();
    await fallSilent(3);
    expect((await look()).availability).toBe('offline');
  });

  it('is nothing employees have', async () => {
    const { employee } = world.acme;
    const live = await Live.connect(world.url, employee.token);
    const { error } = await employee.client.call(setAvailability, { body: { status: 'online' } });
    expect(error.code).toBe('access.forbidden');
    await quiet();
    live.close();
    expect(watcher.of('availability.changed').filter(({ userId }) => userId === employee.id)).toEqual([]);
  });
});
