import { coordinators } from '../data/dataset.mjs';
import { record } from '../measure/recordings.mjs';
import { compare } from '../measure/rounds.mjs';
import { startBare } from '../servers/bare.mjs';
import { requestOf } from '../servers/product.mjs';

export const LIST = '/tickets?limit=25';
/** A coordinator, for whom every statement also asks about restricted teams. */
const [reader] = coordinators;

/** The first page of the queue, against the limit. */
export async function list(bench) {
  const { database, product } = await bench.at(bench.sizes.middle);
  const recorded = await bench.recording(database, (recorder) => record(recorder, reader, 'GET', LIST));
  const bare = await startBare(database, { [LIST]: recorded }, bench);
  const { limit, product: ours } = await compare(bench, {
    limit: { pid: bare.pid, targets: [requestOf(bare, reader, 'GET', LIST)] },
    product: { pid: product.pid, targets: [requestOf(product, reader, 'GET', LIST)] },
  });
  await bare.stop();
  return [
    { name: `list 25 at ${database.label}`, limit, product: ours, value: ours.ratio, unit: '× limit', target: 2.5 },
  ];
}

/** The same page where there is next to nothing, and where there is a lot. */
export async function scale(bench) {
  const sides = {};
  for (const tickets of bench.sizes.all) {
    const { database, product } = await bench.at(tickets);
    sides[database.label] = { pid: product.pid, targets: [requestOf(product, reader, 'GET', LIST)] };
  }
  const [[smallest, limit], ...larger] = Object.entries(await compare(bench, sides));
  const targets = [1.2, 1.5];
  return larger.map(([label, product], at) => ({
    name: `list at ${label} / at ${smallest}`,
    limit,
    product,
    value: product.ratio,
    unit: `× the cost at ${smallest}`,
    target: targets[at],
  }));
}
