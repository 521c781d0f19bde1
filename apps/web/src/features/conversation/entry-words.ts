import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { SlaTarget, TicketRef, TimelineData, TimelineType } from '@baton/contracts/conversation/timeline-data';
import { fieldIdOf, isValueName } from '@baton/domain/custom-fields/changed-values';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import { words } from '../../shared/text/words.texts';
import { workWords } from '../../shared/text/work-words.texts';
import { formatClock } from '../../shared/time/format-time';
import { writeLength } from '../../shared/time/length';
import { texts } from './conversation.texts';

/** Control characters, which no name or subject can contain, stand around what is emphasized. */
const START = '\u0002';
const END = '\u0003';

export const strong = (text: string): string => `${START}${text}${END}`;

export interface Piece {
  text: string;
  strong: boolean;
}

/** A sentence in pieces, emphasized or not. */
export const piecesOf = (sentence: string): Piece[] =>
  sentence
    .split(new RegExp(`(${START}[^${END}]*${END})`))
    .filter((text) => text !== '')
    .map((text) => (text.startsWith(START) ? { text: text.slice(1, -1), strong: true } : { text, strong: false }));

export type FieldNames = ReadonlyMap<string, string>;

/** What the sentences need beside the entry's own data. */
interface Speaker {
  /** First name of who did it, null when the product did it itself. */
  by: string | null;
  actorId: string | null;
  /** Of the organization's own fields, by id. */
  fieldNames: FieldNames;
  /** An instant as a clock time. */
  clock: (instant: string) => string;
}

type Sentences = { [T in TimelineType]?: (data: TimelineData[T], speaker: Speaker) => string };

const say = texts.entries;
const firstName = (name: string) => name.split(' ')[0] ?? name;
const status = (value: keyof typeof words.status) => strong(words.status[value]);

function assigned({ from, to, claimed }: TimelineData['ticket.assigned'], { by, actorId }: Speaker): string {
  if (to === null) return say.unassigned(by, from ? strong(from.name) : null);
  if (claimed) return say.claimed(strong(to.name));
  if (actorId === to.id) return say.tookOver(strong(to.name), from ? strong(from.name) : null);
  return say.assigned(strong(to.name), by);
}

function statusChanged(data: TimelineData['ticket.status_changed'], { by }: Speaker): string {
  const why = data.because ? say.because[data.because] : data.reason ? say.reason(data.reason) : '';
  const sentence = data.because === 'requester_replied' ? say.back(status(data.to)) : say.set(by, status(data.to));
  return `${sentence}${why}`;
}

const nameOf = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null;
  return typeof value === 'object' && 'name' in value ? String(value.name) : String(value);
};

const fieldName = (field: string, names: FieldNames): string =>
  isValueName(field)
    ? (names.get(fieldIdOf(field)) ?? say.someField)
    : (say.fields[field as keyof typeof say.fields] ?? field);

function editedField(field: string, to: unknown, by: string | null, names: FieldNames): string {
  const name = fieldName(field, names);
  const value = field === 'priority' ? words.priority[to as Priority] : nameOf(to);
  if (field === 'description') return say.rewrote(by, name);
  return value === null ? say.cleared(by, name) : say.changed(by, name, strong(value));
}

const goingOn = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Null for a ticket that the reader may not see. */
const numberOf = (ticket: TicketRef | null | undefined) => (ticket ? strong(ticket.number) : null);

const lengthOf = ({ targetMinutes }: SlaTarget) => writeLength(targetMinutes);

function targetChanged({ metric, from, to }: TimelineData['sla.target_changed'], { clock }: Speaker): string {
  const name = words.metric[metric];
  if (!to) return say.promiseGone(name);
  const due = to.dueAt ? say.nowDue(clock(to.dueAt)) : '';
  return from
    ? say.target(name, lengthOf(from), strong(lengthOf(to)), due)
    : say.promised(name, strong(lengthOf(to)), due);
}

const SENTENCES: Sentences = {
  'ticket.created': ({ onBehalfOf, followUpOf, splitFrom }, { by }) => {
    if (followUpOf) return say.followUpOf(strong(followUpOf.number));
    if (splitFrom) return say.splitFrom(by, strong(splitFrom.number));
    return onBehalfOf ? say.openedFor(by, strong(onBehalfOf.name)) : say.opened(by);
  },
  'ticket.status_changed': statusChanged,
  'ticket.assigned': assigned,
  'ticket.team_changed': ({ to }, { by }) => (to ? say.team(by, strong(to.name)) : say.noTeam(by)),
  'ticket.edited': ({ fields }, { by, fieldNames }) =>
    Object.entries(fields)
      .map(([field, { to }], index) =>
        index === 0 ? editedField(field, to, by, fieldNames) : goingOn(editedField(field, to, null, fieldNames)),
      )
      .join(say.and),
  'ticket.watcher_added': ({ who }, { by, actorId }) =>
    actorId === who.id ? say.watches(strong(who.name)) : say.letWatch(by, strong(who.name)),
  'ticket.watcher_removed': ({ who }, { by, actorId }) =>
    actorId === who.id ? say.watchesNoMore(strong(who.name)) : say.stoppedWatching(by, strong(who.name)),
  'ticket.followed_up': ({ followUp }) => say.followedUp(strong(followUp.number)),
  'ticket.merged': ({ from, into }, { by }) =>
    from ? say.mergedFrom(by, strong(from.number)) : say.mergedInto(by, numberOf(into)),
  'ticket.unmerged': ({ from, outOf }, { by }) =>
    from ? say.unmergedFrom(by, strong(from.number)) : say.unmerged(by, numberOf(outOf)),
  'ticket.split': ({ to }, { by }) => say.split(by, numberOf(to)),
  'ticket.unsplit': ({ to }, { by }) => say.unsplit(by, numberOf(to)),
  'ticket.linked': ({ kind, other }, { by }) => say.linked(by, numberOf(other), kind),
  'ticket.unlinked': ({ other }, { by }) => say.unlinked(by, numberOf(other)),
  'ticket.restored': ({ fields }, { by, fieldNames }) =>
    say.restored(
      by,
      Object.keys(fields)
        .map((field) => fieldName(field, fieldNames))
        .join(say.and),
    ),
  'assignment.waiting': ({ reason }) => say.waits(strong(goingOn(workWords.waitingReason[reason]))),
  'sla.warning': ({ metric, dueAt, percent }, { clock }) =>
    say.warned(words.metric[metric], clock(dueAt), strong(say.used(percent))),
  'sla.breached': ({ metric, dueAt }, { clock }) => say.overdue(strong(words.metric[metric]), clock(dueAt)),
  'sla.target_changed': targetChanged,
};

/** What a system entry says, as one sentence. An entry of a type this version does not know says its name. */
export function entryWords(
  entry: Pick<TimelineEntryResponse, 'type' | 'data' | 'actor' | 'at'>,
  fieldNames: FieldNames = new Map(),
  timeZone = 'UTC',
): string {
  const speaker: Speaker = {
    by: entry.actor && firstName(entry.actor.name),
    actorId: entry.actor?.id ?? null,
    fieldNames,
    // As seen from the entry: it is read with its own time beside it.
    clock: (instant) => formatClock(new Date(instant), new Date(entry.at), timeZone),
  };
  const sentence = SENTENCES[entry.type as TimelineType] as
    | ((data: Record<string, unknown>, speaker: Speaker) => string)
    | undefined;
  return sentence ? sentence(entry.data, speaker) : entry.type.replace(/[._]/g, ' ');
}
