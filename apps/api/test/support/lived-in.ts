import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { customFieldsEndpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import { draftsEndpoints } from '@baton/contracts/drafts/drafts.endpoints';
import { filesEndpoints } from '@baton/contracts/files/files.endpoints';
import { macrosEndpoints } from '@baton/contracts/macros/macros.endpoints';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { skillsEndpoints } from '@baton/contracts/skills/skills.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import { type Answer, Client } from './client.js';
import { PASSWORD } from './factories.js';
import { png } from './files.js';
import { Promises } from './promises.js';
import { LONG_AFTER } from './test-app.js';
import type { Organization, World } from './world.js';

/** Ids of rows an outsider must never reach. */
export interface Belongings {
  ticketId: string;
  ticketNumber: string;
  messageId: string;
  linkedTicketId: string;
  bulkEditId: string;
  macroId: string;
  viewId: string;
  customFieldId: string;
  skillId: string;
  calendarId: string;
  policyId: string;
  noteFileId: string;
  ticketFileId: string;
  unusedFileId: string;
  mailId: string;
  pendingUserId: string;
  suspendedUserId: string;
  invitedUserId: string;
}

/** Something in every table of the conversation. */
async function converse({ admin, coordinator }: Organization, id: string, messageId: string): Promise<string> {
  await coordinator.client.call(conversationEndpoints.edit, {
    params: { id, messageId },
    body: { body: 'On our way' },
  });
  await coordinator.client.call(conversationEndpoints.read, { params: { id }, body: { seq: 1 } });
  const draft = { body: 'Not said yet', revision: 1 };
  await coordinator.client.call(draftsEndpoints.save, { params: { id, kind: 'reply' }, body: draft });
  const macro = { name: 'Thanks', scope: 'everyone' as const, body: 'Thanks {{requester.firstName}}' };
  return (await admin.client.call(macrosEndpoints.create, { body: macro })).body.id;
}

async function upload({ employee }: Organization): Promise<string> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'shot.png');
  const { body } = await employee.client.call(filesEndpoints.upload, { form });
  return body.items[0]?.id as string;
}

/** Tickets that have to do with each other, and an edit of several of them. */
async function relate({ build }: World, { employee, coordinator }: Organization) {
  const [merged, parent, child] = [
    await build.ticket(employee, coordinator),
    await build.ticket(employee, coordinator),
    await build.ticket(employee, coordinator),
  ];
  const params = { id: child.id };
  const { client } = coordinator;
  const message = await build.message(employee, child.id, 'And another thing');
  await client.call(relationsEndpoints.link, { params, body: { ticketId: parent.id, kind: 'parent' } });
  await client.call(relationsEndpoints.split, { params, body: { messageId: message.id, subject: 'Another thing' } });
  await client.call(relationsEndpoints.merge, { params: { id: merged.id }, body: { intoId: child.id } });
  const body = { selection: { ids: [parent.id, child.id] }, changes: { addTags: ['together'] } };
  const bulkEdit = await client.call(bulkEditsEndpoints.start, { body });
  return { linkedTicketId: parent.id, bulkEditId: bulkEdit.body.id };
}

/** A field with a value, and a view that is counted. */
async function arrange({ admin, coordinator }: Organization, id: string) {
  const field = { name: 'Asset', kind: 'text' as const };
  const customFieldId = (await admin.client.call(customFieldsEndpoints.create, { body: field })).body.id;
  const body = { customFields: { [customFieldId]: 'A value' } };
  await coordinator.client.call(ticketsEndpoints.update, { params: { id }, body });
  const view = { name: 'All there is', scope: 'everyone' as const, filters: {} };
  const viewId = (await admin.client.call(queueEndpoints.createView, { body: view })).body.id as string;
  return { customFieldId, viewId };
}

/** A promise that every ticket comes under. */
async function promise(world: World, home: Organization) {
  const promises = new Promises(world, home);
  const calendarId = await promises.calendar();
  return { calendarId, policyId: await promises.policy({ calendarId }) };
}

/** A team that hands out work by itself: one ticket was handed out and resolved, another waits. */
async function handOut({ build, jobsDone, sql }: World, { tenant, admin, employee }: Organization): Promise<string> {
  const done = <T>({ body, error }: Answer<T>): T => {
    if (error.code) throw new Error(error.code);
    return body;
  };
  const worker = await build.person(tenant, 'coordinator');
  const teamId = await build.team(tenant, { name: 'Night shift', members: [worker] });
  const categoryId = await build.category(tenant, { name: 'Night', teamId });
  const skillId = done(await admin.client.call(skillsEndpoints.create, { body: { name: 'Night vision' } })).id;
  const skills = [{ skillId, level: 3 }];
  const needed = [{ skillId, minLevel: 3 }];
  const absences = [{ from: '2099-01-01', to: '2099-01-31' }];
  const params = { userId: worker.id };
  done(await admin.client.call(workProfilesEndpoints.update, { params, body: { capacity: 1, skills, absences } }));
  done(await admin.client.call(categoriesEndpoints.update, { params: { id: categoryId }, body: { skills: needed } }));
  done(await worker.client.call(workProfilesEndpoints.setAvailability, { body: { status: 'online' } }));
  done(await admin.client.call(teamsEndpoints.update, { params: { id: teamId }, body: { mode: 'best_match' } }));
  const { id } = await build.ticket(employee, admin, { categoryId });
  await jobsDone();
  for (const status of ['in_progress', 'resolved'] as const)
    done(await worker.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status } }));
  done(await worker.client.call(workProfilesEndpoints.setAvailability, { body: { status: 'offline' } }));
  await build.ticket(employee, admin, { categoryId });
  await jobsDone();
  const wake = "INSERT INTO assignment_wakes (tenant_id, team_id, trigger, at) VALUES ($1, $2, 'time', $3)";
  await sql(wake, [tenant.id, teamId, LONG_AFTER]);
  return skillId;
}

/** Leaves at least one row in every table of an organization. */
export async function liveIn(world: World, home: Organization): Promise<Belongings> {
  const { build } = world;
  const { tenant, admin, employee, coordinator, stranger, categoryId } = home;
  const promised = await promise(world, home);
  const ticketFileId = await upload(home);
  const ticket = await build.ticket(employee, coordinator, { attachmentIds: [ticketFileId], categoryId });
  const params = { id: ticket.id };
  await coordinator.client.call(ticketsEndpoints.watch, { params, body: { userId: stranger.id } });
  const reply = await build.message(coordinator, ticket.id, 'On my way');
  const macroId = await converse(home, ticket.id, reply.id);
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await png(40, 30))]), 'note.png');
  form.append('internal', 'true');
  const noteFile = await coordinator.client.call(filesEndpoints.add, { params, form });
  const body = { subject: 'Keyed', description: 'Once' };
  await employee.client.call(ticketsEndpoints.create, { body, headers: { 'idempotency-key': `key-${tenant.slug}` } });
  const signIn = { email: employee.email, password: PASSWORD, organization: tenant.slug };
  await new Client(world.url).call(authEndpoints.login, { body: signIn });
  const invited = { name: 'Ivy Invited', email: `ivy@${tenant.slug}.test`, role: 'coordinator' as const };
  const invitation = await admin.client.call(usersEndpoints.invite, { body: invited });
  const pending = await build.person(tenant, 'employee', { status: 'pending' });
  const suspended = await build.person(tenant, 'employee', { status: 'suspended' });
  const related = await relate(world, home);
  const arranged = await arrange(home, ticket.id);
  const skillId = await handOut(world, home);
  await world.jobsDone();
  const [mail] = await world.sql<{ id: string }>('SELECT id FROM mails WHERE tenant_id = $1 LIMIT 1', [tenant.id]);
  return {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    messageId: reply.id,
    ...related,
    ...arranged,
    skillId,
    ...promised,
    macroId,
    noteFileId: noteFile.body.items[0]?.id as string,
    ticketFileId,
    unusedFileId: await upload(home),
    mailId: mail?.id as string,
    pendingUserId: pending.id,
    suspendedUserId: suspended.id,
    invitedUserId: invitation.body.id,
  };
}
