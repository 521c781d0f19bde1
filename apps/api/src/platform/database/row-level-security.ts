/**
 * SQL that confines a table to the tenant of the running transaction. Forced, so that it binds the owner's
 * ordinary queries too; a second policy lets the owner migrate, back up, and run the lookups that precede a tenant.
 */
export const protectTenantTable = (table: string, column = 'tenant_id'): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON ${table}
  USING (${column} = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (${column} = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY owner_access ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);
`;

/**
 * SQL of `<table>_of_tenant`: the rows of the running transaction's tenant, for statements whose operators are not
 * LEAKPROOF (`@@`, `&&`, jsonb's, ILIKE). Below row-level security those are kept from the indexes; a plain view of the
 * owner, for whom the policies fold away, carries the same condition and lets them through. Repeat it in a migration
 * that adds a column which such statements need.
 */
export const tenantView = (table: string): string => `
CREATE OR REPLACE VIEW ${table}_of_tenant AS
  SELECT * FROM ${table} WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
`;
