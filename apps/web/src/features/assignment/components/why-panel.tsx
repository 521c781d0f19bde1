import type {
  RecordedDecisionResponse,
  TicketAssignmentResponse,
} from '@baton/contracts/assignment/assignment.response';
import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useId, useState } from 'react';
import { firstName } from '../../../shared/text/first-name';
import { workWords } from '../../../shared/text/work-words.texts';
import { formatClock } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { BesidePopover } from '../../../shared/ui/beside-popover';
import { texts } from '../assignment.texts';
import { DecisionView } from './decision-view';

interface Props {
  anchor: HTMLElement;
  assignment: TicketAssignmentResponse;
  /** Gives it to somebody else. */
  reassign: ReactNode;
  onClose: () => void;
}

const titleOf = ({ chosen }: RecordedDecisionResponse) =>
  chosen ? texts.why(firstName(chosen.name)) : texts.whyNobody;

const whomOf = ({ chosen, waiting }: RecordedDecisionResponse) =>
  chosen?.name ?? (waiting ? workWords.waitingReason[waiting] : texts.nobody);

function Footer({ same, reassign }: { same: boolean; reassign: ReactNode }) {
  const Icon = same ? CheckCircle : ErrorOutline;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        pl: 2.5,
        pr: 1.5,
        py: 1,
        minHeight: 44,
        typography: 'caption',
        bgcolor: 'surface.sunken',
        color: same ? 'text.secondary' : 'error.text',
        '& > svg': { fontSize: 16, color: same ? 'success.text' : 'error.text' },
      }}
    >
      <Icon />
      <Box sx={{ flex: 1 }}>{same ? texts.same : texts.other}</Box>
      {reassign}
    </Box>
  );
}

interface EarlierProps {
  decisions: readonly RecordedDecisionResponse[];
  onOpen: (id: string) => void;
}

function Earlier({ decisions, onOpen }: EarlierProps) {
  const titleId = useId();
  const now = useNow();
  const zone = useTimeZone();
  if (decisions.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ pt: 1.5, borderTop: '1px solid', borderColor: 'divider' }}>
      <Box component="h3" id={titleId} sx={{ m: 0, mb: 0.5, typography: 'h6' }}>
        {texts.earlier}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mx: -1, p: 0 }}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <ButtonBase
              onClick={() => onOpen(decision.id)}
              sx={{
                display: 'flex',
                justifyContent: 'space-between',
                gap: 2,
                width: 1,
                px: 1,
                minHeight: { xs: 44, md: 32 },
                borderRadius: '8px',
                textAlign: 'left',
                '&:hover': { bgcolor: 'surface.hover' },
              }}
            >
              <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                {whomOf(decision)}
              </Box>
              <Box component="span" sx={{ flex: 'none', typography: 'caption', color: 'text.secondary' }}>
                {formatClock(new Date(decision.at), now, zone)}
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** Why a ticket is with this person, or with nobody: the decision as it was made, and those before it. */
export function WhyPanel({ anchor, assignment, reassign, onClose }: Props) {
  const titleId = useId();
  const zone = useTimeZone();
  const now = useNow();
  const [openId, setOpenId] = useState<string | null>(null);
  const [newest] = assignment.decisions;
  const decision = assignment.decisions.find(({ id }) => id === openId) ?? newest;
  if (!decision || !newest) return null;
  const at = new Date(decision.at);
  const when = formatClock(at, now, zone);
  const by = texts.trigger[decision.trigger];
  return (
    <BesidePopover anchor={anchor} titleId={titleId} width={412} level="top" onClose={onClose}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, px: 2.5, pt: 2, pb: 2 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box component="h2" id={titleId} sx={{ flex: 1, m: 0, typography: 'h4', overflowWrap: 'anywhere' }}>
            {titleOf(decision)}
          </Box>
          {decision !== newest && (
            <Button variant="text" size="small" startIcon={<ArrowBack />} onClick={() => setOpenId(null)}>
              {texts.back}
            </Button>
          )}
          <IconButton aria-label={texts.close} onClick={onClose} sx={{ mr: -1 }}>
            <Close />
          </IconButton>
        </Box>
        <DecisionView
          key={decision.id}
          decision={decision}
          moment={{ at, now, zone }}
          more={decision.chosen ? texts.decided(when, by) : texts.looked(when, by)}
        />
        {decision === newest && (
          <Earlier decisions={assignment.decisions.filter((each) => each !== newest)} onOpen={setOpenId} />
        )}
      </Box>
      <Footer same={decision.recomputed} reassign={reassign} />
    </BesidePopover>
  );
}
