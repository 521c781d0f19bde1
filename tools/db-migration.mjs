/** `npm run db:migration NAME`: creates the next migration with the time in front, so that files sort as they run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './support/workspace.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Give the migration a kebab-case name that says what it does: npm run db:migration add-ticket-tags');
  process.exit(1);
}

// TypeORM reads the order from these 13 digits.
const timestamp = Date.now();
const className = `${name.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase())}${timestamp}`;
const folder = join(root, 'apps/api/src/platform/database/migrations');
const file = join(folder, `${timestamp}-${name}.ts`);

mkdirSync(folder, { recursive: true });
writeFileSync(
  file,
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`\`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`\`);
  }
}
`,
);
console.log(`Created ${relative(root, file)}. Add ${className} to the list in platform/database/migrate.ts.`);
