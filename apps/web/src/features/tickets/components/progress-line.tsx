import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Check from '@mui/icons-material/CheckOutlined';
import Pause from '@mui/icons-material/PauseOutlined';
import Box from '@mui/material/Box';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { type NodeState, type Progress, progressOf } from '../progress';
import { texts } from '../tickets.texts';

const LOOKS: Record<NodeState, object> = {
  done: { bgcolor: 'success.text', color: 'background.paper' },
  current: { border: '5px solid', borderColor: 'primary.main', bgcolor: 'background.paper' },
  paused: { bgcolor: 'warning.text', color: 'background.paper' },
  ahead: { border: '2px solid', borderColor: 'outline.control' },
  ended: { border: '2px solid', borderColor: 'ghost' },
};

const LABEL_COLORS: Record<Progress['label'], string> = {
  choosing: 'primary.text',
  withPerson: 'primary.text',
  inProgress: 'primary.text',
  waitingForYou: 'warning.text',
  resolved: 'success.text',
  closed: 'text.secondary',
  withdrawn: 'text.secondary',
};

function Node({ state }: { state: NodeState }) {
  return (
    <Box
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 16,
        height: 16,
        mx: 'auto',
        borderRadius: '50%',
        '& > svg': { fontSize: 12, strokeWidth: 1.5, stroke: 'currentColor' },
        ...LOOKS[state],
      }}
    >
      {state === 'done' && <Check />}
      {state === 'paused' && <Pause />}
    </Box>
  );
}

/** From the node before to this one. */
const lineBefore = (state: NodeState) => ({
  '&::before': {
    content: '""',
    position: 'absolute',
    top: 7,
    right: 'calc(50% + 11px)',
    width: 'calc(100% - 22px)',
    height: 2,
    borderRadius: '1px',
    bgcolor: state === 'ahead' || state === 'ended' ? 'ghost' : 'success.text',
  },
});

/** Four nodes on a line; the current step is named below its node. */
export function ProgressLine({ ticket }: { ticket: Pick<TicketSummaryResponse, 'status' | 'assigneeId'> }) {
  const { nodes, at, label } = progressOf(ticket);
  const name = texts.progress[label];
  return (
    <Box sx={{ position: 'relative', width: 1, pb: 2.75 }}>
      <VisuallyHidden>{texts.progressIs(name)}</VisuallyHidden>
      <Box aria-hidden="true" sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)' }}>
        {nodes.map((state, index) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: the four steps never move
            key={index}
            sx={{ position: 'relative', ...(index > 0 && lineBefore(state)) }}
          >
            <Node state={state} />
            {index === at && (
              <Box
                sx={{
                  position: 'absolute',
                  top: 22,
                  left: '50%',
                  transform: 'translateX(-50%)',
                  typography: 'caption',
                  fontWeight: 600,
                  whiteSpace: 'nowrap',
                  color: LABEL_COLORS[label],
                }}
              >
                {name}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
