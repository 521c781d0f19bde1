import type { texts } from '../tickets.texts';

/** The columns of the table of tickets: name, width, and from which width of the window on there is room for it. */
export const TICKET_COLUMNS = [
  { name: 'number', width: '76px', from: 'xs' },
  { name: 'subject', width: 'minmax(200px, 1fr)', from: 'xs' },
  { name: 'requester', width: 'minmax(104px, 168px)', from: 'lg' },
  { name: 'assignee', width: 'minmax(120px, 168px)', from: 'xs' },
  { name: 'team', width: 'minmax(96px, 136px)', from: 'lg' },
  { name: 'priority', width: '92px', from: 'xs' },
  { name: 'due', width: '112px', from: 'lg' },
  { name: 'age', width: '64px', from: 'xs' },
] as const satisfies readonly { name: keyof typeof texts.columns; width: string; from: 'xs' | 'lg' }[];

const CHECK = '32px';
const tracks = (all: boolean) =>
  [CHECK, ...TICKET_COLUMNS.filter(({ from }) => all || from === 'xs').map(({ width }) => width)].join(' ');

/** The grid every row and the head of the table stand on. */
export const columnsLook = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 1.5,
  px: 0.75,
  gridTemplateColumns: { xs: tracks(false), lg: tracks(true) },
} as const;

export const cellLook = (from: 'xs' | 'lg') => (from === 'lg' ? { display: { xs: 'none', lg: 'flex' } } : {});
