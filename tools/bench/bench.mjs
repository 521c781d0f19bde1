import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/workspace.mjs';
import { startChild } from './servers/child.mjs';
import { cloneFor, databaseOf, dropClones, startCluster } from './servers/cluster.mjs';
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
  /** What is kept for the next run is never served: what one case writes would slow down all after it. */
  const open = async (tickets) => {
    const kept = await databaseOf(cluster, tickets, say);
    const copy = async (purpose) => ({
      ...(await cloneFor(cluster, kept, purpose)),
      label: tickets.toLocaleString('en'),
    });
    const database = await copy('served');
    if (tickets === sizes.middle) database.limit = await copy('limit');
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
    /** A database of this many tickets, and the product that serves it. */
    at: async (tickets) => {
      if (!opened.has(tickets)) opened.set(tickets, await open(tickets));
      return opened.get(tickets);
    },
    /** The same as new, with a product that nobody has used yet, in place of the one before. */
    fresh: async (tickets) => {
      await opened.get(tickets)?.product.stop();
      opened.delete(tickets);
      return bench.at(tickets);
    },
    screens: async () => keep(await startChild(join(root, 'tools/bench/measure/screens.mjs'))),
    /** What `work` makes of a product that tells what it asks its database. It is slower, and gone before anything is measured. */
    recording: async (database, work) => {
      const recorder = keep(await startProduct(database, { scratch, recording: true }));
      try {
        return await work(recorder);
      } finally {
        await recorder.stop();
      }
    },
    close: async () => {
      for (const child of started.reverse()) await child.stop();
      await dropClones(cluster);
      await cluster.stop();
    },
  };
  return bench;
}
