/** The product's own decisions, as it was built from the sources that are there now. */
import { build, serverUnits } from '../build.mjs';

const MODULES = ['batch', 'eligibility', 'handling-times', 'model', 'queue-order', 'rebalance'];

export async function loadDomain() {
  const rules = serverUnits.filter(({ folder }) => folder === 'packages/domain');
  if (!(await quietly(() => build(rules)))) throw new Error('The domain could not be built');
  const at = (name) => new URL(`../../packages/domain/dist/assignment/${name}.js`, import.meta.url).href;
  return Object.assign({}, ...(await Promise.all(MODULES.map((name) => import(at(name))))));
}

/** What is built is news, not a result: results alone go to the standard output. */
async function quietly(work) {
  const { log } = console;
  console.log = console.error;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
