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
