import { randomUUID } from 'node:crypto';
import { KINDS, kindOf } from '../measure/own-values.mjs';
import { pg } from './cluster.mjs';

const SCOPE = `SELECT set_config('app.tenant_id', $1, true)`;
const isMessage = ({ text }) => /INSERT INTO "messages"/.test(text);

/**
 * The statements of a sent message and nothing else: prepared, in the product's own two packets, the second of which
 * ends with the commit; one message after another, on one connection. It talks to PostgreSQL below pg's `query`, which
 * would wait for each answer.
 */
export class BareMessages {
  /** @param recorded `{tenantId, databaseUrl, one, other}`, two recordings of the same message on one ticket */
  static async connect({ tenantId, databaseUrl, one, other }) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const frame = (text, values = []) => [{ text, values }, null];
    const statements = [
      frame('BEGIN'),
      frame(SCOPE, [tenantId]),
      ...one.map((statement, at) => [statement, other[at]]),
      frame('COMMIT'),
    ];
    const messages = new BareMessages(client.connection, statements);
    await messages.prepare();
    return messages;
  }

  constructor(connection, statements) {
    this.connection = connection;
    this.statements = statements;
    this.firstWrite = statements.findIndex(([statement]) => isMessage(statement));
    // Its ticket comes third, after the organization and the message's own id.
    this.recordedTicket = statements[this.firstWrite][0].values[2];
    this.sent = new Map();
    this.turn = Promise.resolve();
    for (const event of [
      'readyForQuery',
      'errorMessage',
      'rowDescription',
      'dataRow',
      'commandComplete',
      'parseComplete',
    ])
      connection.removeAllListeners(event);
    connection.on('errorMessage', (error) => {
      this.error ??= error;
    });
  }

  /** Resolves once it is committed. */
  keep(ticketId) {
    this.turn = this.turn.then(async () => {
      const serial = (this.sent.get(ticketId) ?? 0) + 1;
      this.sent.set(ticketId, serial);
      const own = { ids: new Map(), key: randomUUID(), ticketId, serial };
      await this.packet(0, this.firstWrite, own);
      await this.packet(this.firstWrite, this.statements.length, own);
    });
    return this.turn;
  }

  prepare() {
    for (const [at, [{ text }]] of this.statements.entries()) this.connection.parse({ name: `bare_${at}`, text });
    return this.answered();
  }

  async packet(from, to, own) {
    this.connection.stream.cork();
    for (let at = from; at < to; at++) {
      this.connection.bind({ statement: `bare_${at}`, values: this.valuesOf(at, own) });
      this.connection.execute({});
    }
    const answered = this.answered();
    this.connection.stream.uncork();
    await answered;
  }

  async answered() {
    this.connection.sync();
    await new Promise((resolve) => this.connection.once('readyForQuery', resolve));
    if (this.error) throw this.error;
  }

  valuesOf(at, own) {
    const [{ values }, again] = this.statements[at];
    return values.map((value, place) => {
      if (value === this.recordedTicket) return own.ticketId;
      return OWN[kindOf(value, again ? again.values[place] : value)](value, own);
    });
  }
}

/** Above all that the generator numbered. */
const FROM = 1000;

const OWN = {
  [KINDS.same]: (value) => asParameter(value),
  [KINDS.number]: (_value, { serial }) => String(FROM + serial),
  [KINDS.moment]: () => new Date().toISOString(),
  [KINDS.id]: (value, { ids }) => {
    if (!ids.has(value)) ids.set(value, randomUUID());
    return ids.get(value);
  },
  [KINDS.key]: (_value, { key }) => key,
  [KINDS.content]: (value) => asParameter(value),
};

function asParameter(value) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(item)).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
