import { type Caller, callerFor } from './api.js';
import { emailOf } from './people.js';

let made = 0;

export interface Filed {
  /** On all of them, and on nothing else. */
  tag: string;
  /** In the order they were filed. */
  tickets: { id: string; number: string; subject: string }[];
  coordinator: Caller;
  close: () => Promise<void>;
}

/** New tickets of one journey alone, found again by a tag of their own. */
export async function fileTagged(baseURL: string | undefined, count: number): Promise<Filed> {
  const employee = await callerFor(baseURL, emailOf('employee'));
  const coordinator = await callerFor(baseURL, emailOf('coordinator'));
  const tag = `t${Date.now().toString(36)}x${process.pid}x${made++}`;
  const tickets: Filed['tickets'] = [];
  for (let index = 1; index <= count; index++) {
    const subject = `${tag} number ${index}`;
    const { id, number } = await employee.send('post', '/tickets', { subject, description: 'For the desk' });
    await coordinator.send('patch', `/tickets/${id}`, { tags: [tag] });
    tickets.push({ id, number, subject });
  }
  await employee.close();
  return { tag, tickets, coordinator, close: () => coordinator.close() };
}
