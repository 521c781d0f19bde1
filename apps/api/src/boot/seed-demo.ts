import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LazyModuleLoader } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { PasswordHashService } from '../features/auth/password-hash.service.js';
import { DEMO_PASSWORD } from '../features/demo/demo-people.seed.js';
import { TenantProvisioning } from '../features/tenants/tenant-provisioning.repository.js';

/** Exists while a demo is being made. A process killed meanwhile leaves it, and half a demo nobody has seen yet. */
const markerOf = (config: Config): string => join(config.DATA_DIR, 'demo-in-progress');

/** Fills an empty database with the demo. @returns whether it did */
export async function seedDemo(app: NestFastifyApplication, config: Config): Promise<boolean> {
  return asOwner(config, async (owner) => {
    const { rowCount } = await owner.query('SELECT FROM tenants LIMIT 1');
    if (rowCount) return false;
    writeFileSync(markerOf(config), '');
    await makeDemo(app, owner);
    // What happened in the demo's past is told to nobody any more.
    await owner.query('SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))');
    // One of these jobs learns the words that mistyped ones are corrected to.
    await owner.query('SELECT fill_search_index()');
    rmSync(markerOf(config));
    return true;
  });
}

/** Clears away half a demo, before anybody can take it for their own data. */
export async function discardUnfinishedDemo(config: Config): Promise<void> {
  if (!existsSync(markerOf(config))) return;
  await asOwner(config, (owner) => owner.query('TRUNCATE tenants, search_documents, search_words CASCADE'));
  rmSync(markerOf(config));
}

async function makeDemo(app: NestFastifyApplication, owner: pg.Client): Promise<void> {
  // Imported here because a start without a demo to make has no use for them.
  const { DemoModule } = await import('../features/demo/demo.module.js');
  const { DemoSeed } = await import('../features/demo/demo.seed.js');
  const { DEMO_ORGANIZATIONS } = await import('../features/demo/demo-organizations.seed.js');
  const seed = (await app.get(LazyModuleLoader).load(() => DemoModule)).get(DemoSeed);
  const provisioning = new TenantProvisioning(owner, seed.foundedAt());
  const passwordHash = await app.get(PasswordHashService, { strict: false }).hashNew(DEMO_PASSWORD, []);
  for (const demo of DEMO_ORGANIZATIONS) {
    const tenantId = await provisioning.createTenant({ ...demo, emailDomains: [`${demo.slug}.test`] });
    await owner.query(`INSERT INTO counters (tenant_id, name, value) VALUES ($1, 'ticket', $2), ($1, 'employee', $3)`, [
      tenantId,
      demo.counters.ticket,
      demo.counters.employee,
    ]);
    const { name, email } = demo.people[0]!;
    const adminId = await provisioning.createAdmin({ tenantId, name, email, passwordHash });
    await seed.fill(tenantId, adminId, passwordHash, demo);
  }
}

async function asOwner<T>(config: Config, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: config.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
