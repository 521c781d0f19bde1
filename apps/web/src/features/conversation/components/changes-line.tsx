import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { changeWords } from '../../../shared/text/change-words';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../conversation.texts';

interface Props {
  changes: TicketChangesDto;
  onDrop: () => void;
}

/** What sending will change on the ticket besides. */
export function ChangesLine({ changes, onDrop }: Props) {
  const said = changeWords(changes);
  if (said.length === 0) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 0.75,
        px: 1.75,
        pb: 1,
        typography: 'caption',
      }}
    >
      {texts.willAlso}
      {said.map((change) => (
        <SoftChip key={change} small label={change} />
      ))}
      <IconButton size="small" aria-label={texts.dropChanges} title={texts.dropChanges} onClick={onDrop}>
        <Close sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}
