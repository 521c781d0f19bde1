/** Prints what dependency-cruiser finds as one line per finding, with the reason the rule exists. */
export default function report({ summary }) {
  const reasons = new Map(summary.ruleSetUsed?.forbidden?.map(({ name, comment }) => [name, comment]));
  const lines = summary.violations.map(({ from, to, cycle, rule }) => {
    const target = cycle ? cycle.map(({ name }) => name).join(' → ') : to.replace(/^.*node_modules\//, '');
    return `${from} imports ${target}: ${reasons.get(rule.name)} (${rule.name})`;
  });
  return { output: lines.join('\n'), exitCode: summary.error };
}
