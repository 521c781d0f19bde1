import { readFileSync } from 'node:fs';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { addMinutes, addOfficeMinutes, parseMinutes, workdaysBefore } from './demo-time.seed.js';

/** What somebody does with a ticket, in the words of the script. */
export interface DemoStep {
  at: Date;
  who: string;
  verb: string;
  text: string;
  files: string[];
}

/** One ticket from its opening to where it stands. */
export interface DemoStory {
  openedAt: Date;
  subject: string;
  description: string;
  category: string;
  priority: Priority;
  who: string;
  /** `tags`, `call`, `for`, `files`: whatever else its head says. */
  more: Record<string, string>;
  steps: DemoStep[];
}

const STEP = /^> (\S+) (\w+)(?: (\w+))?(?:: (.*))?$/;
const FILES = / \[([^\]]+)\]$/;

/**
 * Reads a script: `# subject`, then `category; priority; who; when; …`, the description, and one line per step,
 * `> time who verb: text [files]`. Lines that begin otherwise continue the text before them.
 * When: `-40m` is that long before now; `3d 09:15` three working days ago; a step's `20m` follows the one before,
 * in office hours when its ticket began on a working day.
 * @throws naming the line that cannot be read
 */
export function readScript(name: string, now: Date): DemoStory[] {
  const script = readFileSync(new URL(`./scripts/${name}.txt`, import.meta.url), 'utf8');
  return parseScript(script, now);
}

export function parseScript(script: string, now: Date): DemoStory[] {
  return script
    .split(/^# /m)
    .slice(1)
    .map((story, index) => parseStory(story.trimEnd().split('\n'), now, index));
}

function parseStory([subject = '', head = '', ...lines]: string[], now: Date, index: number): DemoStory {
  const [category = '', priority = '', who = '', when = '', ...more] = head.split('; ');
  if (!PRIORITIES.includes(priority as Priority)) throw new Error(`Not the head of a demo ticket: ${head}`);
  const pace = when.startsWith('-') ? addMinutes : addOfficeMinutes;
  // Odd seconds, always the same ones: nobody acts on the full minute.
  const openedAt = addMinutes(parseWhen(when, now), ((index * 37) % 60) / 60);
  const story: DemoStory = {
    openedAt,
    subject,
    description: '',
    category,
    priority: priority as Priority,
    who,
    more: Object.fromEntries(more.map((each) => [each.split(' ')[0], each.slice(each.indexOf(' ') + 1)])),
    steps: [],
  };
  let at = openedAt;
  for (const line of lines) {
    const last = story.steps.at(-1);
    if (line.startsWith('> ')) {
      const step = parseStep(line, (time) =>
        time.startsWith('-') ? parseWhen(time, now) : pace(at, parseMinutes(time)),
      );
      at = step.at;
      story.steps.push(step);
    } else if (last) last.text += `\n${line}`;
    else story.description += `${line}\n`;
  }
  return story;
}

function parseStep(line: string, timeOf: (time: string) => Date): DemoStep {
  const match = STEP.exec(line);
  if (!match) throw new Error(`Not a step of a demo ticket: ${line}`);
  const [, time = '', who = '', verb = 'says', rest = ''] = match;
  const files = FILES.exec(rest)?.[1]?.split(', ') ?? [];
  return { at: timeOf(time), who, verb, text: rest.replace(FILES, ''), files };
}

function parseWhen(when: string, now: Date): Date {
  if (when.startsWith('-')) return addMinutes(now, -parseMinutes(when.slice(1)));
  const match = /^(\d+)d (\d\d):(\d\d)$/.exec(when);
  if (!match) throw new Error(`Not a time of the demo: ${when}`);
  const [, days, hours, minutes] = match.map(Number) as [number, number, number, number];
  return workdaysBefore(now, days, hours, minutes);
}
