import { coordinators } from '../data/dataset.mjs';
import { record } from '../measure/recordings.mjs';
import { compare } from '../measure/rounds.mjs';
import { startBare } from '../servers/bare.mjs';
import { asOwner } from '../servers/cluster.mjs';
import { requestOf } from '../servers/product.mjs';

const [reader] = coordinators;
const TICKETS = 20;

/** The requests the page makes when it opens: the ticket, and the newest entries of its timeline. */
const pathsOf = (id) => [`/tickets/${id}`, `/tickets/${id}/timeline?before=2147483647&limit=50`];

/** Opening tickets of twenty messages. Two requests are one opening. */
export async function ticket(bench) {
  const { database, product } = await bench.at(bench.sizes.middle);
  const paths = (await longTickets(database)).flatMap(pathsOf);
  const recordings = {};
  await bench.recording(database, async (recorder) => {
    for (const path of paths) recordings[path] = await record(recorder, reader, 'GET', path);
  });
  const bare = await startBare(database, recordings, bench);
  const targetsOn = (server) => paths.map((path) => requestOf(server, reader, 'GET', path));
  const { limit, product: ours } = await compare(bench, {
    limit: { pid: bare.pid, targets: targetsOn(bare) },
    product: { pid: product.pid, targets: targetsOn(product) },
  });
  await bare.stop();
  return [
    {
      name: 'ticket with 20 messages (per request of two)',
      limit,
      product: ours,
      value: ours.ratio,
      unit: '× limit',
      target: 3,
    },
  ];
}

const longTickets = ({ ownerUrl }) =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      `SELECT t.id FROM tickets t WHERE t.number % 100 = 0 AND 20 = (
         SELECT count(*) FROM messages m WHERE m.tenant_id = t.tenant_id AND m.ticket_id = t.id)
       AND NOT EXISTS (SELECT FROM teams WHERE id = t.team_id AND restricted) ORDER BY t.number DESC LIMIT ${TICKETS}`,
    );
    return rows.map(({ id }) => id);
  });
