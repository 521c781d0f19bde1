import { DEMO_ORGANIZATIONS } from './demo-organizations.seed.js';
import { parseScript, readScript } from './demo-script.seed.js';
import { addOfficeMinutes, parseMinutes, workdaysBefore } from './demo-time.seed.js';

const local = (text: string) => new Date(`${text}:00`);
const head = 'Notes.\n\n# Printer\nprinters; high; yuki; ';

describe('the script of the demo', () => {
  it('is read as it is written', () => {
    const now = local('2026-11-20T15:00');
    const [story] = parseScript(
      `${head}1d 17:50; call +81355500115\nIt is\nout of ink.\n> 20m mateo claims\n> 5m mateo: Which? [a.png, b.pdf]\nThat one?\n> -1h mateo resolves: New ink\n`,
      now,
    );
    expect(story).toMatchObject({ subject: 'Printer', category: 'printers', priority: 'high', who: 'yuki' });
    expect(story?.more).toEqual({ call: '+81355500115' });
    expect(story?.description).toBe('It is\nout of ink.\n');
    expect(story?.steps).toEqual([
      { at: local('2026-11-20T08:10'), who: 'mateo', verb: 'claims', text: '', files: [] },
      {
        at: local('2026-11-20T08:15'),
        who: 'mateo',
        verb: 'says',
        text: 'Which?\nThat one?',
        files: ['a.png', 'b.pdf'],
      },
      { at: local('2026-11-20T14:00'), who: 'mateo', verb: 'resolves', text: 'New ink', files: [] },
    ]);
  });

  it.each([
    ['a head without priority', '# Printer\nprinters; yuki; -5m\n', 'printers; yuki; -5m'],
    ['a time nobody knows', `${head}yesterday\n`, 'yesterday'],
    ['a step without time', `${head}-5m\nHelp.\n> mateo\n`, '> mateo'],
    ['a duration without unit', `${head}-5m\nHelp.\n> 12 mateo claims\n`, '12'],
  ])('is refused with %s', (_case, script, words) => {
    expect(() => parseScript(script, new Date())).toThrow(words);
  });

  it.each(['2026-11-22T23:30', '2026-11-23T00:05', '2026-11-23T08:01', '2026-11-20T17:59'])(
    'goes forward in time, and its present is not in the future, on %s',
    (moment) => {
      const now = local(moment);
      for (const name of DEMO_ORGANIZATIONS.flatMap(({ scripts }) => scripts)) {
        for (const { subject, openedAt, steps } of readScript(name, now)) {
          const times = [openedAt, ...steps.map(({ at }) => at)];
          const sorted = [...times].sort((a, b) => a.getTime() - b.getTime());
          expect({ subject, times }).toEqual({ subject, times: sorted });
          if (name === 'acme-now')
            expect({ subject, isPast: times.every((at) => at < now) }).toEqual({ subject, isPast: true });
        }
      }
    },
  );
});

describe('office hours', () => {
  const friday = local('2026-11-20T17:30');

  it.each([
    [20, '2026-11-20T17:50'],
    [45, '2026-11-23T08:15'],
    [30 + 600, '2026-11-23T18:00'],
    [30 + 601, '2026-11-24T08:01'],
  ])('take %i minutes from Friday evening to %s', (minutes, expected) => {
    expect(addOfficeMinutes(friday, minutes)).toEqual(local(expected));
  });

  it('count working days back over a weekend', () => {
    expect(workdaysBefore(local('2026-11-22T12:00'), 1, 9, 5)).toEqual(local('2026-11-20T09:05'));
    expect(workdaysBefore(local('2026-11-23T12:00'), 1, 9, 5)).toEqual(local('2026-11-20T09:05'));
    expect(workdaysBefore(local('2026-11-20T12:00'), 5, 9, 5)).toEqual(local('2026-11-13T09:05'));
  });

  it('read durations', () => {
    expect(parseMinutes('1h30m')).toBe(90);
    expect(() => parseMinutes('')).toThrow('Not a duration');
  });
});
