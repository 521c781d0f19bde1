/** Jobs that are written as rows. Their names are known to the database from its migration on. */
export const ROW_TASKS = ['dispatch_event', 'send_mail'] as const;

/**
 * The head of a statement that adds jobs as rows, one payload each; they may be tried as often as any. `add_job` takes
 * five statements for it and notifies, for which all commits of the database wait in line. Nobody notified, every
 * process finds the job at its next look (`pollInterval`).
 */
export const insertJobs = (task: (typeof ROW_TASKS)[number], payload: string): string => `
INSERT INTO graphile_worker._private_jobs (task_id, payload)
SELECT (SELECT id FROM graphile_worker._private_tasks WHERE identifier = '${task}'), ${payload}`;

/** Without its task a job would be refused, and with it the change it belongs to. */
export const KNOW_ROW_TASKS = `
INSERT INTO graphile_worker._private_tasks (identifier) VALUES ${ROW_TASKS.map((task) => `('${task}')`).join(', ')}
ON CONFLICT DO NOTHING`;
