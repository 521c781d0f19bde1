import { isTimeZone } from './time-zone.js';

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'])('is %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', '+02:00', '-05:30', 'Mars/Olympus', "UTC'; --"])('is not %p', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
