/**
 * The limit: node:http and pg, nothing else. Runs the statements the product was seen to run for a request, prepared,
 * in one transaction under the same role and tenant, and answers with the same JSON.
 * Started with the database's URL, the port, and a file `{tenantId, recordings: {url: {statements, answer}}}`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pg } from './cluster.mjs';

const [databaseUrl, port, file] = process.argv.slice(2);
const { tenantId, recordings } = JSON.parse(readFileSync(file, 'utf8'));
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
const BEGIN = `BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`;

const names = new Map();
function nameOf(text) {
  if (!names.has(text)) names.set(text, `s${names.size}`);
  return names.get(text);
}

async function run({ statements }) {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    for (const { text, values } of statements) await client.query({ name: nameOf(text), text, values });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

createServer(async (request, response) => {
  const recording = recordings[request.url];
  if (!recording) return response.writeHead(404).end();
  await run(recording);
  const body = JSON.stringify(recording.answer);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(port), '127.0.0.1', () => process.send('ready'));
