import { timeZones } from './time-zones';

it('lists zones by the names of today, UTC first, and the own one', () => {
  const zones = timeZones('Etc/GMT+5');
  expect(zones[0]).toBe('UTC');
  expect(zones).toEqual(expect.arrayContaining(['Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Kyiv', 'Etc/GMT+5']));
  expect(zones).not.toContain('Asia/Calcutta');
  expect(new Set(zones).size).toBe(zones.length);
});
