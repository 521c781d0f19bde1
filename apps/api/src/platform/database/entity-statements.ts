import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

export interface Statement {
  text: string;
  values: unknown[];
}

interface Field {
  property: string;
  /** Quoted. */
  column: string;
  isJson: boolean;
}

/**
 * The plain statements of an entity, for where they are needed a thousand times a second: TypeORM's builders take longer
 * to write them than PostgreSQL to run them. Columns and their names still come from the entity alone.
 */
export class EntityStatements {
  private readonly known = new Map<EntityTarget<ObjectLiteral>, Field[]>();
  private readonly lists = new Map<string, string>();

  constructor(private readonly dataSource: DataSource) {}

  /** Every column over the alias, under its property's name. */
  columns(entity: EntityTarget<ObjectLiteral>, alias: string): string {
    const key = `${alias}.${this.tableOf(entity)}`;
    const list = this.lists.get(key) ?? this.listOf(entity, alias);
    this.lists.set(key, list);
    return list;
  }

  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, row: E): Statement {
    const fields = this.fieldsOf(entity).filter(({ property }) => row[property] !== undefined);
    const columns = fields.map(({ column }) => column).join(', ');
    const places = fields.map((_field, at) => `$${at + 1}`).join(', ');
    const text = `INSERT INTO ${this.tableOf(entity)} (${columns}) VALUES (${places})`;
    return { text, values: fields.map((field) => written(field, row[field.property])) };
  }

  /** @param key names the rows by columns they all have in common */
  update<E extends ObjectLiteral>(entity: EntityTarget<E>, key: Partial<E>, changes: Partial<E>): Statement {
    const values: unknown[] = [];
    const assign = (source: Partial<E>) =>
      this.fieldsOf(entity)
        .filter(({ property }) => source[property] !== undefined)
        .map((field) => `${field.column} = $${values.push(written(field, source[field.property]))}`);
    const text = `UPDATE ${this.tableOf(entity)} SET ${assign(changes).join(', ')} WHERE ${assign(key).join(' AND ')}`;
    return { text, values };
  }

  private listOf(entity: EntityTarget<ObjectLiteral>, alias: string): string {
    const columns = this.fieldsOf(entity).map(({ property, column }) => `${alias}.${column} AS "${property}"`);
    return columns.join(', ');
  }

  private tableOf(entity: EntityTarget<ObjectLiteral>): string {
    return `"${this.dataSource.getMetadata(entity).tableName}"`;
  }

  private fieldsOf(entity: EntityTarget<ObjectLiteral>): Field[] {
    const known = this.known.get(entity);
    if (known) return known;
    const fields = this.dataSource.getMetadata(entity).columns.map(({ propertyName, databaseName, type }) => ({
      property: propertyName,
      column: `"${databaseName}"`,
      isJson: type === 'jsonb' || type === 'json',
    }));
    this.known.set(entity, fields);
    return fields;
  }
}

/** pg would write a list as PostgreSQL's own array, also where JSON is wanted. */
const written = ({ isJson }: Field, value: unknown): unknown =>
  isJson && value !== null ? JSON.stringify(value) : value;
