import { texts } from './search.texts';

interface Example {
  query: string;
  meaning: string;
  /** Makes sense only for those who work on tickets. */
  desk?: boolean;
}

const { examples } = texts;

/** What a search can do, one line each. */
export const EXAMPLES: readonly Example[] = [
  { query: '"paper jam"', meaning: examples.phrase },
  { query: 'print*', meaning: examples.prefix },
  { query: '-scanner', meaning: examples.without },
  { query: '1042', meaning: examples.number },
  { query: 'status:open', meaning: examples.status },
  { query: 'priority:urgent', meaning: examples.priority },
  { query: 'from:"Ana Li"', meaning: examples.from, desk: true },
  { query: 'assignee:me', meaning: examples.assignee, desk: true },
  { query: 'team:"IT Support"', meaning: examples.team, desk: true },
  { query: 'category:hardware', meaning: examples.category },
  { query: 'tag:vpn', meaning: examples.tag, desk: true },
  { query: 'has:attachment', meaning: examples.has },
  { query: 'in:subject', meaning: examples.in },
  { query: 'in:note', meaning: examples.inNote, desk: true },
  { query: 'created>2026-01-31', meaning: examples.created },
  { query: 'after:2026-01-01 before:2026-02-01', meaning: examples.before },
];
