import type { DataSource } from 'typeorm';

/** Row-level security protects nothing from a superuser or the tables' owner: refuse to serve as one. @throws */
export async function requireConfinedRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query(`
    SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (
      SELECT FROM pg_class c WHERE c.relname = 'tickets' AND c.relowner = r.oid
    ) AS unconfined
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (role?.unconfined !== false)
    throw new Error('DATABASE_URL must name a role that neither owns the tables nor bypasses row-level security');
}
