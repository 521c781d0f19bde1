import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody was asked before now what they had read. Organizations that are there begin today, without a statement that
 * touches their tickets; new ones have no such past.
 */
export class UnreadFrom1795400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tenants ADD COLUMN unread_from timestamptz NOT NULL DEFAULT now()');
    await runner.query("ALTER TABLE tenants ALTER COLUMN unread_from SET DEFAULT '-infinity'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tenants DROP COLUMN unread_from');
  }
}
