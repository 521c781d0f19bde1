import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import sharp from 'sharp';
import type { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  type Organization,
  type Person,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { StoragePort } from '../../platform/storage/storage-port.js';

const { updateMe, setAvatar, removeAvatar, avatar } = usersEndpoints;

describe('a profile', () => {
  let app: TestApp;
  let acme: Organization;
  let person: Person;
  let browser: Browser;

  const picture = (background: string, name = 'me.png') =>
    sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer()
      .then((bytes) => form(bytes, name));
  const form = (bytes: Buffer, name: string) => {
    const data = new FormData();
    data.append('files', new Blob([new Uint8Array(bytes)]), name);
    return data;
  };
  const storedKey = async () =>
    (await app.sql<{ avatar_key: string }>('SELECT avatar_key FROM users WHERE id = $1', [person.id]))[0]!.avatar_key;

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
  });
  beforeEach(async () => {
    person = await addPerson(app, acme);
    browser = await signIn(app, person);
  });
  afterAll(() => app.stop());

  it('is changed by its owner, field by field', async () => {
    const body = {
      name: 'Yuki',
      phone: '+4930123456',
      timeZone: 'Asia/Tokyo',
      theme: 'dark',
      mailNotifications: false,
    };
    expect((await browser.call(updateMe, { body })).body).toMatchObject(body);
    expect((await browser.call(updateMe, { body: { phone: null } })).body).toMatchObject({ ...body, phone: null });
    expect((await browser.call(updateMe, { body: { theme: 'dark' } })).status).toBe(200);
    expect((await browser.call(authEndpoints.me)).body).toMatchObject({ name: 'Yuki', timeZone: 'Asia/Tokyo' });
    expect(await eventsOf(app, person.id)).toEqual(['user.profile_changed', 'user.profile_changed']);
  });

  it.each([
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '../../etc/passwd'],
    ['language', 'tlh'],
    ['name', ''],
    ['role', 'admin'],
    ['email', 'other@acme.test'],
    ['employeeNumber', 'EMP-0001'],
  ])('does not take %s = %j', async (field, value) => {
    const answer = await browser.call(updateMe, { body: { [field]: value } });
    expect(answer.error.code).toBe('request.invalid');
    expect(Object.keys(answer.error.details)).toEqual([field]);
  });

  it('shows a picture to colleagues, a new link for each', async () => {
    const first = await browser.call(setAvatar, { form: await picture('red') });
    expect(first.body.avatarUrl).toMatch(new RegExp(`^/api/users/${person.id}/avatar\\?v=[0-9a-f]{12}$`));
    const oldKey = await storedKey();
    const second = await browser.call(setAvatar, { form: await picture('blue') });
    expect(second.body.avatarUrl).not.toBe(first.body.avatarUrl);
    expect(await app.app.get(StoragePort).exists(oldKey)).toBe(false);

    const colleague = await signIn(app, await addPerson(app, acme));
    const shown = await fetch(app.url + second.body.avatarUrl, {
      headers: { authorization: `Bearer ${colleague.token}` },
    });
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toContain('private');
    const { width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect(width).toBeLessThanOrEqual(480);

    const key = await storedKey();
    expect((await browser.call(removeAvatar)).body.avatarUrl).toBeNull();
    expect(await app.app.get(StoragePort).exists(key)).toBe(false);
    expect(await colleague.outcome(avatar, { params: { id: person.id } })).toBe('resource.not_found');
  });

  it('takes one picture and nothing else', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    const refused: [FormData, string][] = [
      [form(pdf, 'me.pdf'), 'file.type_not_allowed'],
      [form(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'me.svg'), 'file.type_not_allowed'],
      [new FormData(), 'request.invalid'],
    ];
    const two = await picture('red');
    two.append('files', new Blob(['x']), 'other.png');
    refused.push([two, 'file.too_many']);
    for (const [data, code] of refused) expect((await browser.call(setAvatar, { form: data })).error.code).toBe(code);
    expect((await browser.call(setAvatar, { body: {} })).error.code).toBe('request.invalid');
    expect(await storedKey()).toBeNull();
    expect(await eventsOf(app, person.id)).toEqual([]);
  });
});
