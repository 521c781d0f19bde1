import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import { type AnyEndpoint, Nothing, type Shape } from '@baton/contracts/http/endpoint';
import { getMetadataStorage } from 'class-validator';
import { pdf } from '../support/files.js';
import type { Belongings } from '../support/lived-in.js';
import type { Organization } from '../support/world.js';

/** What kind of thing an id in a body or query names. A new name that is missing here fails the matrix. */
const KINDS: Record<
  string,
  'user' | 'team' | 'category' | 'file' | 'pending' | 'ticket' | 'message' | 'condition' | 'calendar'
> = {
  assigneeId: 'user',
  onBehalfOfId: 'user',
  userId: 'user',
  memberIds: 'user',
  assignee: 'user',
  requester: 'user',
  userIds: 'pending',
  teamId: 'team',
  teamIds: 'team',
  team: 'team',
  categoryId: 'category',
  parentId: 'category',
  category: 'category',
  attachmentIds: 'file',
  mentions: 'user',
  ids: 'ticket',
  ticketId: 'ticket',
  intoId: 'ticket',
  messageId: 'message',
  cf: 'condition',
  calendarId: 'calendar',
};

const NOBODY = '00000000-0000-7000-8000-000000000000';

const NOTHING_PROMISED = { firstResponse: null, nextResponse: null, resolution: null };
const TARGETS = {
  ...{ low: NOTHING_PROMISED, medium: NOTHING_PROMISED, high: NOTHING_PROMISED },
  urgent: { ...NOTHING_PROMISED, resolution: 480 },
};
const CALENDAR = { timeZone: 'UTC', windows: { mon: [['09:00', '17:00']] }, holidays: [] };

/** The least that each body needs to be accepted, beside the ids under test. */
const BODIES: Record<string, object> = {
  CreateTicketDto: { subject: 'A subject', description: 'A description' },
  UpdateTicketDto: { subject: 'Another subject' },
  AssignTicketDto: { assigneeId: null },
  ChangeStatusDto: { status: 'open' },
  ReasonDto: {},
  AddWatcherDto: {},
  LinkTicketDto: { ticketId: NOBODY, kind: 'related' },
  MergeTicketDto: { intoId: NOBODY },
  SplitTicketDto: { messageId: NOBODY, subject: 'A message of its own' },
  SendMessageDto: { body: 'A message' },
  EditMessageDto: { body: 'Another message' },
  RedactMessageDto: {},
  ReadTicketDto: { seq: 1 },
  SaveDraftDto: { body: 'A draft', revision: 9 },
  CreateMacroDto: { name: 'A macro', scope: 'personal', body: 'A text' },
  UpdateMacroDto: { name: 'Another macro' },
  ReadNotificationsDto: {},
  InviteUserDto: { name: 'Ivan New', email: 'ivan.new@acme.test', role: 'coordinator' },
  UpdateUserDto: { role: 'coordinator' },
  RejectUserDto: { reason: 'A reason' },
  ApproveUsersDto: {},
  CreateTeamDto: { name: 'Another team' },
  UpdateTeamDto: {},
  CreateCategoryDto: { name: 'Another category' },
  UpdateCategoryDto: {},
  CreateViewDto: { name: 'A view', scope: 'team', filters: {} },
  UpdateViewDto: { scope: 'team' },
  CreateCustomFieldDto: { name: 'Another field', kind: 'text' },
  UpdateCustomFieldDto: { name: 'A field of another name' },
  CreateSkillDto: { name: 'Another skill' },
  UpdateSkillDto: { name: 'A skill of another name' },
  UpdateWorkProfileDto: { capacity: 1 },
  SetAvailabilityDto: { status: 'away' },
  PreviewAssignmentDto: { teamId: NOBODY, priority: 'low' },
  CreateCalendarDto: { name: 'Another calendar', calendar: CALENDAR },
  UpdateCalendarDto: { name: 'A calendar of another name' },
  ImportHolidaysDto: { ical: 'BEGIN:VCALENDAR', timeZone: 'UTC' },
  CreatePolicyDto: { name: 'Another policy', calendarId: NOBODY, targets: TARGETS },
  UpdatePolicyDto: { name: 'A policy of another name' },
  OrderPoliciesDto: { ids: [] },
  PreviewDto: { calendar: CALENDAR, startedAt: '2026-01-05T09:00:00Z', targetMinutes: 60 },
  BackTestDto: { policies: [] },
  Nothing: {},
};

/** The same for queries. */
const QUERIES: Record<string, string> = {
  AnalyticsQuery: 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&',
};

/** Properties that hold ids. */
function idFields(shape: Shape<object>): { name: string; isList: boolean }[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const isId = (rule: (typeof rules)[number]) =>
    rule.name === 'isUuid' || (rule.name === 'matches' && String(rule.constraints?.[0]).includes('[0-9a-f]{8}'));
  return rules.filter(isId).map((rule) => ({ name: rule.propertyName, isList: rule.each === true }));
}

function idsOf(kind: string, { employee, teamId, categoryId }: Organization, has: Belongings): string {
  return {
    user: employee.id,
    pending: has.pendingUserId,
    team: teamId,
    category: categoryId,
    file: has.unusedFileId,
    ticket: has.ticketId,
    message: has.messageId,
    calendar: has.calendarId,
    condition: `${has.customFieldId}:eq:A value`,
  }[kind] as string;
}

/** What the parameters of a path beside its first name. */
const further = (home: Organization, has: Belongings): Record<string, string> => ({
  userId: home.stranger.id,
  messageId: has.messageId,
  macroId: has.macroId,
  otherId: has.linkedTicketId,
  kind: 'reply',
});

/** Which of an organization's rows a path's parameters name. */
function paths({ path }: AnyEndpoint, home: Organization, has: Belongings): string[] {
  const id: Record<string, string[]> = {
    tickets: [has.ticketId, has.ticketNumber],
    'bulk-edits': [has.bulkEditId],
    users: [home.employee.id, has.pendingUserId, has.suspendedUserId, has.invitedUserId],
    attachments: [has.ticketFileId, has.noteFileId, has.unusedFileId],
    teams: [home.teamId, home.restrictedTeamId],
    categories: [home.categoryId],
    queue: [has.viewId],
    'custom-fields': [has.customFieldId],
    macros: [has.macroId],
    skills: [has.skillId],
    'work-profiles': [home.coordinator.id],
    mails: [has.mailId],
    calendars: [has.calendarId],
    policies: [has.policyId],
    auth: [home.employee.actor.sessionId],
  };
  const [, first, second] = path.split('/') as [string, string, string];
  const candidates = id[first] ?? id[second];
  if (!candidates) throw new Error(`Say what the parameters of ${path} name`);
  return candidates.map((value) => fill(path.replace(':id', value), further(home, has)));
}

const fill = (path: string, values: Record<string, string>): string =>
  path.replace(/:(\w+)/g, (_all, name: string) => {
    if (values[name] === undefined) throw new Error(`Say what :${name} of ${path} names`);
    return values[name];
  });

/** Something of `theirs` below something of `ours`. */
function mixedPath({ path }: AnyEndpoint, ours: Side, theirs: Side): string[] {
  const below = path.replace(':id', ours.has.ticketId);
  return /:\w+Id\b/.test(below) ? [fill(below, further(theirs.home, theirs.has))] : [];
}

interface Side {
  home: Organization;
  has: Belongings;
}

export interface Attempt {
  title: string;
  endpoint: AnyEndpoint;
  path: string;
  body?: object;
  form?: FormData;
}

const bodyOf = ({ body }: AnyEndpoint): object => {
  const sample = BODIES[body.name];
  if (!sample) throw new Error(`Give ${body.name} a sample body`);
  return sample;
};

function request(endpoint: AnyEndpoint, path: string, what: string, more: object = {}): Attempt {
  const title = `${endpoint.method} ${endpoint.path} with a foreign ${what}`;
  if (endpoint.method === 'GET') return { title, endpoint, path };
  if (endpoint !== filesEndpoints.add) return { title, endpoint, path, body: { ...bodyOf(endpoint), ...more } };
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(pdf())]), 'x.pdf');
  return { title, endpoint, path, form };
}

/** Every way to name something of `theirs` on this route, everything else being `ours`. */
export function attempts(endpoint: AnyEndpoint, ours: Side, theirs: Side): Attempt[] {
  const ownPath = endpoint.params === Nothing ? endpoint.path : (paths(endpoint, ours.home, ours.has)[0] as string);
  const byPath =
    endpoint.params === Nothing
      ? []
      : [...paths(endpoint, theirs.home, theirs.has), ...mixedPath(endpoint, ours, theirs)].map((path) =>
          request(endpoint, path, 'path'),
        );
  const foreign = (name: string) => {
    const kind = KINDS[name];
    if (!kind) throw new Error(`Say what ${name} of ${endpoint.path} names`);
    return idsOf(kind, theirs.home, theirs.has);
  };
  const byBody = idFields(endpoint.body).map(({ name, isList }) =>
    request(endpoint, ownPath, name, { [name]: isList ? [foreign(name)] : foreign(name) }),
  );
  const byQuery = idFields(endpoint.query).map(({ name }) =>
    request(endpoint, `${ownPath}?${QUERIES[endpoint.query.name] ?? ''}${name}=${foreign(name)}`, name),
  );
  return [...byPath, ...byBody, ...byQuery];
}
