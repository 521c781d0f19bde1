import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../servers/product.mjs';

const SETTLES_MS = 300;
/** Whose session is it? The product asks that beside the work itself; the limits do not. */
const isSessionCheck = ({ text }) => /FROM sessions/.test(text);
const isEnd = ({ text }) => /^(COMMIT|ROLLBACK)/.test(text);
const isFrame = (statement) => isEnd(statement) || /^(BEGIN|START|SELECT$)/.test(statement.text);

/**
 * What the product asks the database for one request, and what it answers.
 * @returns `{transactions: statement[][], answer}`, frames and session checks left out
 */
export async function record(product, person, method, path, body) {
  await call(product, person, 'GET', '/auth/me');
  await sleep(SETTLES_MS);
  await product.ask('start');
  const answer = await call(product, person, method, path, body);
  await sleep(SETTLES_MS);
  const statements = await product.ask('stop');
  return { transactions: transactionsOf(statements), answer };
}

/** A transaction is what one connection does until it commits. */
function transactionsOf(statements) {
  const open = new Map();
  const all = [];
  for (const statement of statements) {
    const { connection } = statement;
    if (!open.has(connection)) {
      open.set(connection, []);
      all.push(open.get(connection));
    }
    if (!isFrame(statement) && !isSessionCheck(statement)) open.get(connection).push(statement);
    if (isEnd(statement)) open.delete(connection);
  }
  return all.filter((transaction) => transaction.length > 0);
}
