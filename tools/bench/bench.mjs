import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/workspace.mjs';
import { startChild } from './servers/child.mjs';
import { cloneFor, databaseOf, startCluster } from './servers/cluster.mjs';
import { startProduct } from './servers/product.mjs';

/** What every case works with: databases with their product, started when first asked for, and the load. */
export async function openBench({ dataDir, sizes, pace }, say) {
  const scratch = join(dataDir, 'run');
  mkdirSync(scratch, { recursive: true });
  const cluster = await startCluster(join(dataDir, 'postgres'), say);
  const load = await startChild(join(root, 'tools/bench/measure/load.mjs'));
  const opened = new Map();
  const started = [load];
  const keep = (child) => {
    started.push(child);
    return child;
  };
  const open = async (tickets) => {
    const database = { ...(await databaseOf(cluster, tickets, say)), label: tickets.toLocaleString('en') };
    // Beside the product's own, while nobody uses that yet: there its job runner hears of nothing.
    if (tickets === sizes.middle) database.limit = await cloneFor(cluster, database, 'limit');
    return { database, product: keep(await startProduct(database, { scratch })) };
  };
  const bench = {
    sizes,
    pace,
    scratch,
    postmaster: cluster.pid,
    load,
    say,
    loading: {},
    /** The database of this many tickets, and the product that serves it. */
    at: async (tickets) => {
      if (!opened.has(tickets)) opened.set(tickets, await open(tickets));
      return opened.get(tickets);
    },
    /** The same with a product that nobody has used yet. */
    fresh: async (tickets) => {
      const { database } = await bench.at(tickets);
      return { database, product: keep(await startProduct(database, { scratch })) };
    },
    screens: async () => keep(await startChild(join(root, 'tools/bench/measure/screens.mjs'))),
    /** A product that tells what it asks its database. Slower, and so never measured. */
    recorder: async (database) => keep(await startProduct(database, { scratch, recording: true })),
    close: async () => {
      for (const child of started.reverse()) await child.stop();
      await cluster.stop();
    },
  };
  return bench;
}
